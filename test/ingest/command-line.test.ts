import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, createWriteStream, existsSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { countsSchema } from "../../src/schema/counts.ts";
import { recordingCardSchema } from "../../src/schema/recording-card.ts";
import { addressLike } from "./address-like.ts";
import { ingest, namesIn, workFolder } from "./command.ts";
import { probeLine } from "./read-log.ts";

const folder = workFolder();
const inFolder = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const hosts = (count: number, prefix = "192.0.2"): string => Array.from({ length: count }, (_, host) => probeLine(`${prefix}.${host + 1}`)).join("");
const countsOf = (text: string) => countsSchema.parse(JSON.parse(text));
const log = hosts(20);

describe("what is read", () => {
  test("plain, gzip, several gzip members, zstd and standard input give the same counts", () => {
    const half = log.length / 2;
    const inputs = [inFolder("a.log", log), inFolder("a.gz", gzipSync(log)), inFolder("two.gz", Buffer.concat([gzipSync(log.slice(0, half)), gzipSync(log.slice(half))])), inFolder("a.zst", zstdCompressSync(log)), inFolder("named-wrongly.log", gzipSync(log))];
    const results = [...inputs.map((file) => ingest([file, "--sensor", "s"], folder)), ingest(["-", "--sensor", "s"], folder, log), ingest(["-", "--sensor", "s"], folder, gzipSync(log))];
    for (const { status, stdout } of results) {
      expect(status).toBe(0);
      const counts = countsOf(stdout);
      expect({ ...counts, inputs: [] }).toEqual({ ...countsOf(results[0]?.stdout ?? ""), inputs: [] });
      expect(counts.inputs[0]).toMatchObject({ lines: 20, format: "ncsa-combined", formatBasis: "detected" });
    }
  });
  test("several files are one sensor's: a source in two of them is one source, with threads and without", () => {
    const files = [inFolder("one.log", hosts(20)), inFolder("two.log", hosts(30)), inFolder("three.gz", gzipSync(hosts(5, "198.51.100"))), inFolder("nothing.log", "")];
    const one = ingest([...files, "--sensor", "s", "--threads", "1", "--no-cache"], folder);
    const many = ingest([...files, "--sensor", "s", "--threads", "3", "--no-cache"], folder);
    expect(countsOf(one.stdout)).toMatchObject({ probes: 55, uniqueSources: 35 });
    expect(one.stderr).toContain("nothing.log: is empty and passed over");
    expect(many.stdout).toBe(one.stdout);
  });
  test("the format is said aloud, and can be set", () => {
    expect(ingest([inFolder("b.log", log), "--sensor", "s"], folder).stderr).toContain("b.log: NCSA combined log (detected), 20 lines, 20 counted");
    expect(countsOf(ingest(["b.log", "--sensor", "s", "--format", "ncsa-common"], folder).stdout).inputs[0]).toMatchObject({ format: "ncsa-common", formatBasis: "given" });
  });
  test("the recorded log of 1 August becomes a record with its card", () => {
    const recorded = resolve("data/records/probes/owt-apache-error-2001-08-01.log");
    const { status, stderr } = ingest([recorded, "--sensor", "home-apache", "--zone", "-07:00", "--record", "home-apache-2001-08-01", "--title", "A home server", "--note", "Eleven lines of a longer list."], folder);
    expect([status, stderr]).toEqual([0, expect.stringContaining("recorded in data/records/recordings/home-apache-2001-08-01")]);
    const record = join(folder, "data/records/recordings/home-apache-2001-08-01");
    expect(namesIn(record)).toEqual(["card.json", "counts.json"]);
    expect(countsOf(readFileSync(join(record, "counts.json"), "utf8"))).toMatchObject({ probes: 11, uniqueSources: 11 });
    const card = recordingCardSchema.parse(JSON.parse(readFileSync(join(record, "card.json"), "utf8")));
    expect(card).toMatchObject({ title: "A home server", zoneBasis: "not stated in the input; -07:00 assumed", sensor: { monitoredAddresses: null } });
    expect(card.caveats[0]).toBe("Eleven lines of a longer list.");
    expect(card.caveats.join(" ")).toContain("11 source addresses are an illustration and no sample");
    expect(card.command).not.toContain(folder);
    const again = ingest([recorded, "--sensor", "home-apache", "--zone", "-07:00", "--record", "home-apache-2001-08-01"], folder);
    expect([again.status, again.stderr]).toEqual([4, expect.stringContaining("there is a record of this name already")]);
    expect(ingest([recorded, "--sensor", "home-apache", "--zone", "-07:00", "--record", "home-apache-2001-08-01", "--force"], folder).status).toBe(0);
    expect(namesIn(join(folder, "data/records/recordings"))).toEqual(["home-apache-2001-08-01"]);
  });
  test("a record of a file whose name reads as an address is one that the build takes", () => {
    const named = inFolder("apache-1.3.12.log", log);
    expect(ingest([named, "--sensor", "s", "--record", "versions"], folder).status).toBe(0);
    for (const file of ["card.json", "counts.json"]) {
      const text = readFileSync(join(folder, "data/records/recordings/versions", file), "utf8");
      expect(text).toContain("apache-(address).log");
      expect(text).not.toMatch(addressLike);
    }
  });
  test("the schema of the output is printed, and help is not an error", () => {
    const { status, stdout } = ingest(["--schema"], folder);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
    expect(ingest(["--help"], folder)).toMatchObject({ status: 0, stdout: expect.stringContaining("Exit status") as string });
  });
});

describe("no address leaves the reader", () => {
  test("neither in files, nor on the standard streams, nor by the name of a file", () => {
    const name = inFolder("access-192.0.2.77.log", `${log}${probeLine("999.1.1.1")}${probeLine("192.0.2.5", "31/Feb/2001:06:01:38 -0400")}`);
    const { status, stdout, stderr } = ingest([name, "--sensor", "s", "--out", "private.json", "--record", "private"], folder);
    expect(status).toBe(0);
    const record = join(folder, "data/records/recordings/private");
    for (const text of [stdout, stderr, readFileSync(join(folder, "private.json"), "utf8"), ...namesIn(record).map((file) => readFileSync(join(record, file), "utf8"))]) expect(text).not.toMatch(addressLike);
  });
  test("the cache, which does hold them, is for the user alone", () => {
    ingest([inFolder("c.log", log), "--sensor", "s"], folder);
    expect(statSync(join(folder, ".cache")).mode & 0o077).toBe(0);
  });
});

describe("bad input ends in a message and a status", () => {
  const fails = (args: readonly string[], input: string | Buffer = ""): [number | null, string, string] => {
    const { status, stderr, stdout } = ingest(["--sensor", "s", ...args], folder, input);
    return [status, stderr, stdout];
  };
  test.each<[string, () => string, string]>([
    ["a missing file", () => "none.log", "there is no such file"],
    ["a directory", () => { mkdirSync(join(folder, "logs"), { recursive: true }); return "logs"; }, "is a directory; name the files in it"],
    ["an empty file", () => inFolder("empty.log", ""), "is empty"],
    ["an empty gzip file", () => inFolder("empty.gz", gzipSync("")), "is empty"],
    ["a cut gzip file", () => inFolder("cut.gz", gzipSync(hosts(200)).subarray(0, -20)), "end before their end"],
    ["a damaged gzip file", () => { const bytes = gzipSync(Buffer.from(hosts(200))); bytes.fill(0x55, 40, 80); return inFolder("bad.gz", bytes); }, "are damaged"],
    ["a gzip file with a wrong checksum", () => { const bytes = gzipSync(Buffer.from(log)); bytes.fill(0, bytes.length - 8, bytes.length - 4); return inFolder("sum.gz", bytes); }, "are damaged"],
    ["a cut zstd file", () => inFolder("cut.zst", zstdCompressSync(hosts(200)).subarray(0, -20)), "end before their end"],
    ["a damaged zstd file", () => { const bytes = zstdCompressSync(Buffer.from(hosts(200))); bytes.fill(0x55, 10, 60); return inFolder("bad.zst", bytes); }, "are damaged"],
    ["a text that is no log", () => inFolder("prose.txt", "It was a dark night.\n"), "say what it is with --format"],
    ["UTF-16", () => inFolder("wide.log", Buffer.from(log, "utf16le")), "looks like UTF-16"],
    ["an error log without a zone", () => inFolder("error.log", "[Wed Aug  1 05:13:17 2001] [error] [client 192.0.2.1] Client sent malformed Host header\n"), "give the zone of the server with --zone"],
  ])("%s: status 3, nothing written", (_, make, message) => {
    const [status, stderr, stdout] = fails([make(), "--out", "bad.json"]);
    expect([status, stderr, stdout]).toEqual([3, expect.stringContaining(message), ""]);
    expect(stderr.split("\n").filter((line) => line.startsWith("    at "))).toEqual([]);
    expect(namesIn(folder).filter((name) => name.includes("bad.json"))).toEqual([]);
  });
  test("standard input that is empty", () => {
    expect(fails(["-"])).toEqual([3, expect.stringContaining("standard input: is empty"), ""]);
  });
  test.each<[string, string[], string]>([
    ["a note that holds an address", ["a.log", "--sensor", "s", "--note", "seen from 203.0.113.7"], "--note: holds a network address"],
    ["a title that reads as an address, as a version of three parts does", ["a.log", "--sensor", "s", "--title", "Apache 1.3.12"], "--title: holds a network address, or reads as one"],
    ["an unknown option", ["a.log", "--sesnor", "x"], "--sesnor is not known"],
    ["an option without its value", ["a.log", "--zone"], "--zone needs a value"],
    ["a zone that does not exist", ["a.log", "--zone", "Mars/Olympus"], "is no time zone"],
    ["a zone out of range", ["a.log", "--zone", "-99:00"], "is no time zone"],
    ["a width of no size", ["a.log", "--bin", "0m"], "expected a width"],
    ["an unknown format", ["a.log", "--format", "xml"], "expected one of"],
    ["a sensor's address as its name", ["a.log", "--sensor", "192-0-2-1"], "without an address"],
    ["a record outside its folder", ["a.log", "--record", "../../x"], "expected an id"],
    ["no addresses", ["a.log", "--addresses", "0"], "expected a whole number"],
    ["a partial without a key", ["a.log", "--partial", "p.parquet"], "--key-file"],
    ["an option of Object", ["a.log", "--__proto__", "x"], "not known"],
  ])("%s: status 2", (_, args, message) => {
    expect(fails(args)).toEqual([2, expect.stringContaining(message), ""]);
  });
  test("no file, and no sensor", () => {
    expect(ingest(["--sensor", "s"], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("no file given") as string });
    expect(ingest(["a.log"], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("--sensor is missing") as string });
  });
  test("a file named twice, and an output in the place of an input, are refused and nothing is lost", () => {
    inFolder("f.log", log);
    linkSync(join(folder, "f.log"), join(folder, "f-again.log"));
    expect(fails(["f.log", "f-again.log"])).toEqual([2, expect.stringContaining("is the same file as f.log"), ""]);
    expect(fails(["f.log", "--out", "./f.log"])).toEqual([2, expect.stringContaining("is an input and would be replaced"), ""]);
    expect(readFileSync(join(folder, "f.log"), "utf8")).toBe(log);
  });
  test("an error among several files ends the whole run", () => {
    const [status, stderr] = fails([inFolder("g.log", log), inFolder("h.txt", "prose\n"), inFolder("i.log", log), "--threads", "3"]);
    expect([status, stderr]).toEqual([3, expect.stringContaining("h.txt: none of its first lines")]);
  });
  test("standard input that is no log and never ends is given up", async () => {
    const child = spawn(process.execPath, [resolve("scripts/ingest.mjs"), "-", "--sensor", "s", "--no-cache"], { cwd: folder, stdio: ["pipe", "ignore", "ignore"] });
    child.stdin.on("error", () => undefined);
    child.stdin.write("It was a dark night.\n".repeat(10_000));
    const [status] = (await once(child, "exit")) as [number | null];
    expect(status).toBe(3);
  });
  test("terminal escapes in a name or a value are shown, not sent", () => {
    const { stderr } = ingest(["\x1b[31mred.log", "--sensor", "s"], folder);
    expect(stderr).toContain("\\u001b[31mred.log: there is no such file");
    expect(stderr).not.toContain("\x1b");
  });
  test("control bytes and HTML in rejected lines do not reach the screen or the counts", () => {
    const name = inFolder("hostile.log", log + probeLine("\x1b[31m<b>192.0.2.1</b>\x07") + probeLine("192.0.2.1", "\x1b]0;x\x07/Aug/2001:06:01:38 -0400"));
    const { status, stdout, stderr } = ingest([name, "--sensor", "s"], folder);
    expect(status).toBe(0);
    // eslint-disable-next-line no-control-regex -- such bytes are what is looked for
    expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f]|<b>|\\u001b/);
    expect(countsOf(stdout).inputs[0]?.rejected.map(({ lines }) => lines)).toEqual([1, 1]);
  });
  test("more than 1 % rejected is a warning, and an error with --strict", () => {
    const name = inFolder("half-bad.log", log + probeLine("999.1.1.1"));
    const warned = ingest([name, "--sensor", "s"], folder);
    expect([warned.status, warned.stderr]).toEqual([0, expect.stringContaining("warning: 4.8 % of the lines with the marker were rejected")]);
    expect(warned.stderr).toContain("rejected 1: the address is not four numbers from 0 to 255 (first in line 21)");
    const strict = ingest([name, "--sensor", "s", "--strict", "--out", "strict.json"], folder);
    expect([strict.status, strict.stderr]).toEqual([1, expect.stringContaining("--strict allows 1 %")]);
    expect(existsSync(join(folder, "strict.json"))).toBe(false);
  });
  test("a table is not added to a log", () => {
    const table = inFolder("hosts.tsv", "995500872.242\t995502872.242\tde\tde\t51.5\t10.5\t3320\tDTAG\n");
    expect(fails([table, inFolder("d.log", log)])).toEqual([3, expect.stringContaining("a table is read alone"), ""]);
    expect(countsOf(ingest([table, "--sensor", "s"], folder).stdout)).toMatchObject({ kind: "hosts", uniqueSources: 1 });
  });
});

describe("writing", () => {
  test.runIf(existsSync("/dev/full"))("a full disk is said so", () => {
    const { status, stderr } = ingest([inFolder("e.log", log), "--sensor", "s", "--out", "/dev/full"], folder);
    expect([status, stderr]).toEqual([4, expect.stringContaining("the disk is full")]);
  });
  test("a folder that does not exist, and a directory in the place of the file", () => {
    expect(ingest(["e.log", "--sensor", "s", "--out", "no/such/out.json"], folder)).toMatchObject({ status: 4, stderr: expect.stringContaining("its folder does not exist") as string });
    expect(ingest(["e.log", "--sensor", "s", "--out", "logs"], folder)).toMatchObject({ status: 4, stderr: expect.stringContaining("it is a directory") as string });
    expect(namesIn(folder).filter((name) => name.includes(".part-"))).toEqual([]);
  });
  test("an interrupted run leaves no half-written output", async () => {
    const child = spawn(process.execPath, [resolve("scripts/ingest.mjs"), "-", "--sensor", "s", "--out", "interrupted.json", "--no-cache"], { cwd: folder, stdio: ["pipe", "ignore", "pipe"] });
    child.stdin.on("error", () => undefined);
    // More than a pipe holds, and than is asked for to tell the format, then nothing: once it is taken, the reader is at work and waits for more.
    await new Promise((done) => child.stdin.write(log.repeat(40), done));
    child.kill("SIGINT");
    const [status] = (await once(child, "exit")) as [number | null];
    expect(status).toBe(130);
    expect(namesIn(folder).filter((name) => name.includes("interrupted"))).toEqual([]);
  });
});

describe("unchanged input is not read again, and a grown file is read on", () => {
  const args = (name: string): string[] => [name, "--sensor", "s"];
  test("an unchanged file gives the same bytes without a reading; --force reads", () => {
    const name = inFolder("same.log", log);
    const first = ingest(args(name), folder);
    const second = ingest(args(name), folder);
    expect(second.stderr).toContain("nothing has changed");
    expect(second.stdout).toBe(first.stdout);
    expect(ingest([...args(name), "--force"], folder).stderr).not.toContain("nothing has changed");
    expect(ingest([...args(name), "--bin", "1h"], folder).stderr).not.toContain("nothing has changed");
  });
  test("a grown file is read on from its last whole line, and the counts are those of a full reading", () => {
    const added = [probeLine("192.0.2.3", "02/Aug/2001:07:00:00 -0400"), probeLine("203.0.113.9"), probeLine("999.1.1.1"), hosts(40)].join("");
    // The first reading ends within a line, once in the marker and once after a countable request.
    for (const cut of [20, 100, probeLine().length - 1]) {
      const name = inFolder(`grown-${cut}.log`, log + probeLine("198.51.100.1").slice(0, cut));
      ingest(args(name), folder);
      appendFileSync(join(folder, name), probeLine("198.51.100.1").slice(cut) + added);
      const on = ingest(args(name), folder);
      expect(on.stderr).toContain("read on from byte");
      const full = ingest([...args(name), "--no-cache"], folder);
      expect(on.stdout).toBe(full.stdout);
    }
  });
  test("a file that was rewritten, even to more bytes, is read from its beginning", () => {
    const name = inFolder("rewritten.log", hosts(20));
    ingest(args(name), folder);
    writeFileSync(join(folder, name), hosts(30, "198.51.100"));
    const again = ingest(args(name), folder);
    expect(again.stderr).not.toContain("read on");
    expect(countsOf(again.stdout)).toMatchObject({ uniqueSources: 30 });
  });
  test("the same size with another time is read again", () => {
    const name = inFolder("touched.log", hosts(20));
    ingest(args(name), folder);
    writeFileSync(join(folder, name), hosts(19, "192.0.3").padEnd(log.length, "-"));
    expect(statSync(join(folder, name)).size).toBe(log.length);
    const again = ingest(args(name), folder);
    expect(again.stderr).not.toMatch(/nothing has changed|read on/);
    expect(countsOf(again.stdout)).toMatchObject({ uniqueSources: 19 });
  });
  test.each<[string, (state: Buffer) => Buffer]>([
    ["rubbish", () => Buffer.from("rubbish")],
    ["longer rubbish", () => Buffer.alloc(1000, "rubbish")],
    ["cut in its head", (state) => state.subarray(0, 100)],
    ["cut in its tables", (state) => state.subarray(0, -10)],
  ])("a damaged cache is passed over: %s", (_, damage) => {
    const name = inFolder("cached.log", log);
    ingest(args(name), folder);
    for (const file of namesIn(join(folder, ".cache")).filter((entry) => entry.startsWith("state"))) writeFileSync(join(folder, ".cache", file), damage(readFileSync(join(folder, ".cache", file))));
    appendFileSync(join(folder, name), hosts(25));
    const again = ingest(args(name), folder);
    expect(again.stderr).not.toContain("read on");
    expect(countsOf(again.stdout)).toMatchObject({ probes: 45, uniqueSources: 25 });
  });
  test("a line repeated where the file had ended is noticed, as a full reading notices it", () => {
    const name = inFolder("repeated.log", probeLine());
    ingest(args(name), folder);
    appendFileSync(join(folder, name), probeLine());
    const on = ingest(args(name), folder);
    expect(on.stderr).toContain("read on from byte");
    expect(countsOf(on.stdout).inputs[0]).toMatchObject({ lines: 2, repeatedLines: 1 });
  });
  test("a file that grows while it is read is counted up to the length it had", async () => {
    const path = join(folder, "growing.log");
    writeFileSync(path, log.repeat(20_000));
    const more = createWriteStream(path, { flags: "a" });
    const timer = setInterval(() => more.write(log), 1);
    const child = spawn(process.execPath, [resolve("scripts/ingest.mjs"), "growing.log", "--sensor", "s", "--out", "growing.json", "--no-cache"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    const [status] = (await once(child, "close")) as [number | null];
    clearInterval(timer);
    more.end();
    expect(status).toBe(0);
    const counts = countsOf(readFileSync(join(folder, "growing.json"), "utf8"));
    const lines = counts.inputs[0]?.lines ?? 0;
    expect(lines).toBeGreaterThanOrEqual(400_000);
    expect(counts).toMatchObject({ uniqueSources: 20, probes: lines, inputs: [{ grewWhileRead: true }] });
    expect(said).toContain("grew while it was read");
  });
});
