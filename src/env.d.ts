/** A file as a data address, by Vite. */
declare module "*?inline" {
  const dataAddress: string;
  export default dataAddress;
}
