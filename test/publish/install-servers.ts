import { installServers } from "./real-server.ts";

/** Runs once before all tests, so that two of them never install at the same time. */
export const setup = (): void => {
  installServers();
};
