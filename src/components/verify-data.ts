/** The list of every file of the site with its hash, as the build wrote it. */
interface Manifest {
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

const atOnce = 4;

/** SHA-256 of bytes in lower-case hexadecimal digits. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const paragraph = (text: string): HTMLParagraphElement => {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
};

/** Fetches this page and every file of data again, hashes them in the browser and compares with the manifest. Nothing is sent. */
class VerifyData extends HTMLElement {
  readonly #root = new URL(this.dataset["href"] ?? "/", location.href);
  /** The check that runs or ran last; the next waits for it. */
  #last: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    // Browsers give the hash function to secure pages only (https, or this machine).
    if (!isSecureContext) return;
    this.hidden = false;
    const button = this.querySelector("button");
    button?.addEventListener("click", () => {
      if (button.ariaDisabled !== "true") this.#run(() => this.#verifySite());
    });
    const field = this.querySelector("input");
    field?.addEventListener("change", () => {
      const file = field.files?.[0];
      if (file !== undefined) this.#run(() => this.#verifyFile(file));
    });
  }

  #run(check: () => Promise<readonly string[]>): void {
    this.#last = this.#last.then(() => this.#say(check));
  }

  async #say(check: () => Promise<readonly string[]>): Promise<void> {
    const status = this.querySelector("[role=status]");
    const button = this.querySelector("button");
    if (status === null || button === null) return;
    // Not `disabled`, which would take the focus from a reader without a mouse.
    button.ariaDisabled = "true";
    status.replaceChildren(paragraph("Working …"));
    status.replaceChildren(...(await check().catch((error: unknown) => [`The check did not finish: ${error instanceof Error ? error.message : String(error)}`])).map(paragraph));
    button.ariaDisabled = "false";
  }

  async #bytes(file: string): Promise<ArrayBuffer> {
    const response = await fetch(new URL(file, this.#root), { cache: "no-store" });
    if (!response.ok) throw new Error(`${file} answered ${response.status}`);
    return await response.arrayBuffer();
  }

  async #manifest(): Promise<{ readonly manifest: Manifest; readonly hash: string }> {
    const bytes = await this.#bytes("manifest.json");
    return { manifest: JSON.parse(new TextDecoder().decode(bytes)) as Manifest, hash: await sha256(bytes) };
  }

  async #verifySite(): Promise<string[]> {
    const { manifest, hash } = await this.#manifest();
    const page = location.pathname.slice(this.#root.pathname.length).replace(/(^|\/)$/, "$1index.html");
    const wanted = Object.keys(manifest.files).filter((file) => file === page || file === "datapackage.json" || (file.startsWith("data/") && /\.(?:csv|json)$/.test(file)));
    const faults: string[] = [];
    for (let first = 0; first < wanted.length; first += atOnce)
      await Promise.all(
        wanted.slice(first, first + atOnce).map(async (file) => {
          if ((await sha256(await this.#bytes(file))) !== manifest.files[file]?.sha256) faults.push(file);
        }),
      );
    return [
      faults.length === 0 ? `All ${wanted.length} files are, byte for byte, those of the manifest: this page, the data and their description.` : `${faults.length} of ${wanted.length} files differ from the manifest: ${faults.join(", ")}.`,
      `The manifest’s own SHA-256 is ${hash}.`,
    ];
  }

  async #verifyFile(file: File): Promise<string[]> {
    const [{ manifest }, hash] = await Promise.all([this.#manifest(), file.arrayBuffer().then(sha256)]);
    const same = Object.entries(manifest.files).filter(([, entry]) => entry.sha256 === hash).map(([name]) => name);
    return [`${file.name} has the SHA-256 ${hash}.`, same.length === 0 ? "No file of this version of the site has that hash: it was changed, or it belongs to another version." : `It is, byte for byte, ${same.join(" and ")}.`];
  }
}

customElements.define("verify-data", VerifyData);
