import { operators } from "../../schema/operator.ts";
import { decimal, type TableDescription, text, whole, yesNo } from "./field.ts";

export const eventsTable: TableDescription = {
  name: "events",
  path: "data/records/events.csv",
  title: "Events: what happened when",
  description: "Dated events around the worm, each with its source.",
  primaryKey: "id",
  sources: [{ title: "The sources at the addresses of the column source_url, row by row" }],
  fields: [
    text("id", "Never changes once published.", { unique: true }),
    text("when_utc", "A day, a minute in UTC, or two of them with a slash between; (approx) and (month) say how exact."),
    text("what", "What happened, in one sentence."),
    text("source_url", "Address of the source; a note may follow it in brackets.", { empty: "not_stated" }),
    yesNo("source_is_mirror", "Whether the address is a copy."),
    text("directness", "primary where an eyewitness or maker printed it, quoted where somebody else did.", { enum: ["primary", "quoted"] }),
  ],
};

export const contextPairsTable: TableDescription = {
  name: "context-pairs",
  path: "data/records/context-pairs.csv",
  title: "Context: two counts each of later populations",
  description: "Other infected populations that were counted twice with different results. Two rows a pair.",
  sources: [{ title: "The sources named in the column source_title, row by row" }],
  fields: [
    text("pair", "Id of the pair; two rows share it."),
    text("population", "What was infected."),
    text("side", "Which of the two counts this is.", { enum: ["larger", "smaller"] }),
    yesNo("like_with_like", "Whether the two count the same kind of thing at the same time."),
    text("operator", "What the source says of its number; see the table of claims.", { enum: operators }),
    decimal("value", "The number, or the bound."),
    text("label", "The number with its operator, in words."),
    text("what", "What the number counts, and over which time."),
    text("by", "Who counted."),
    text("relayed_by", "Who passed it on.", { empty: "not_applicable" }),
    text("source_title", "Where it was printed."),
    text("source_url", "Address of the source.", { empty: "not_stated" }),
    yesNo("source_is_mirror", "Whether the address is a copy."),
    text("comments", "Remarks of this project.", { empty: "none" }),
  ],
};

export const asiaTable: TableDescription = {
  name: "asia-m49",
  path: "data/reference/asia-m49.csv",
  title: "Asia: the members of one list",
  description: "What this site means by Asia: region 142 of the United Nations’ M49 standard. The speakers of 2001 gave no definition.",
  primaryKey: "iso3",
  sources: [{ title: "United Nations Statistics Division, Standard Country or Area Codes for Statistical Use (M49)", path: "https://unstats.un.org/unsd/methodology/m49/" }],
  fields: [
    text("iso_numeric", "ISO 3166-1 numeric code, with leading zeros.", { pattern: "\\d{3}" }),
    text("iso3", "ISO 3166-1 alpha-3 code.", { pattern: "[A-Z]{3}", unique: true }),
    text("name", "Name, as the list prints it."),
    text("note", "Remarks of this project.", { empty: "none" }),
  ],
};

export const normalisersTable: TableDescription = {
  name: "normalisers-2001",
  path: "data/reference/normalisers-2001.csv",
  title: "Denominators: people, internet users and addresses by country in 2001",
  description: "What counts are divided by in rates. Each number has its source beside it.",
  primaryKey: "iso3",
  sources: [{ title: "The sources named in the columns population_source, internet_users_source and factbook_edition, row by row; addresses from the delegation files of the internet registries" }],
  fields: [
    text("iso3", "ISO 3166-1 alpha-3 code.", { pattern: "[A-Z]{3}", unique: true }),
    text("iso2", "ISO 3166-1 alpha-2 code. NA is Namibia, not a missing value.", { pattern: "[A-Z]{2}" }),
    text("iso_numeric", "ISO 3166-1 numeric code, with leading zeros.", { pattern: "\\d{3}" }),
    text("name", "Name of the country or area."),
    whole("population_2001", "People.", { empty: "not_stated" }),
    text("population_source", "Where the number of people comes from.", { empty: "not_stated" }),
    decimal("internet_users_per100_2001", "Internet users in a hundred people.", { empty: "not_stated" }),
    whole("internet_users_2001", "Internet users: the share times the people.", { empty: "not_stated" }),
    text("internet_users_source", "Where the share comes from.", { empty: "not_stated" }),
    whole("factbook_users", "Internet users as the CIA World Factbook prints them.", { empty: "not_stated" }),
    whole("factbook_users_year", "Year of that number.", { empty: "not_stated" }),
    whole("factbook_edition", "Edition of the Factbook.", { empty: "not_stated" }),
    text("note", "Remarks of this project.", { empty: "none" }),
    whole("ipv4_delegated_20010801", "Addresses of version 4 delegated to registrants of the country by 1 August 2001.", { empty: "not_stated" }),
  ],
};

export const organisationsTable: TableDescription = {
  name: "organisations",
  path: "data/reference/organisations.csv",
  title: "Organisations and people who made statements",
  description: "One row for each body, and for each person who spoke for nobody else.",
  primaryKey: "id",
  sources: [{ title: "The table of claims" }],
  fields: [
    text("id", "Never changes once published.", { unique: true }),
    text("name", "As the sources print it."),
    text("spellings", "Spellings in the table of claims, with bars between them.", { empty: "not_applicable" }),
    text("part_of", "Id of the organisation whose instrument this one shares.", { empty: "not_applicable" }),
    text("vantage_names", "Names under which others speak of its instrument, with bars between them.", { empty: "not_applicable" }),
    text("note", "What the sources say of it.", { empty: "none" }),
    text("note_claims", "Ids of the claims that the note rests on, with bars between them.", { empty: "not_applicable" }),
  ],
};
