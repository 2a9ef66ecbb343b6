// What `npm run ingest -- --help` prints.
export const help = `Reads logs of probes of Code Red and writes counts as JSON: unique sources by window, variant, hour and country.

  npm run ingest -- FILE... --sensor ID [options]

FILE               a log: plain, .gz or .zst; - is standard input. Several files are counted as one sensor's.
--sensor ID        what watched: an id such as web-server-a
--addresses N      how many addresses it watched
--zone ZONE        time zone of logs that state none: -07:00, UTC, America/Los_Angeles
--registry TABLE   country table made by npm run registry
--bin WIDTH        width of the bins, 1s to 7d (default 30m)
--format FORMAT    instead of the detected one: apache-error, ncsa-common, ncsa-combined, iis-w3c, snort-fast, snort-full, caida-hosts, count-table
--out FILE.json    where to write the counts (default: standard output)
--record ID        write data/records/recordings/ID/ with counts.json and card.json; with --title TEXT and --note TEXT
--partial FILE.parquet --key-file FILE
                   write one row for each source, under a keyed hash, for npm run pool
--threads N        files read at once (default: one for each processor)
--cache DIR        where to keep what lets unchanged files be skipped (default: node_modules/.cache/counting-code-red/ingest)
--no-cache         keep nothing and read everything
--force            read unchanged input again; replace an existing record
--strict           more than 1 % rejected lines is an error, not a warning
--schema           print the JSON Schema of the output

Exit status: 0 written; 1 more than 1 % rejected with --strict; 2 the command line is wrong; 3 an input cannot be read;
4 the output cannot be written; 130 interrupted. With any other status than 0 nothing was written.
The cache holds addresses; it is readable by you alone. Nothing else that is written does.
`;
