// DuckDB within this process, for partials and their pool.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** A text as an SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Opens an embedded DuckDB, gives it to `use`, and closes it whatever happens.
 * @param options settings of DuckDB, such as memory_limit; what does not fit is kept on the disk meanwhile
 * @param use is also given a folder for files of its own, which is removed at the end
 */
export async function withDuckDb<Result>(options: Readonly<Record<string, string>>, use: (connection: DuckDBConnection, folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "pool-"));
  try {
    const instance = await DuckDBInstance.create(":memory:", { temp_directory: folder, ...options });
    const connection = await instance.connect();
    try {
      return await use(connection, folder);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
