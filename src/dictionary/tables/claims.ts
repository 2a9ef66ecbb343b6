import { operators } from "../../schema/operator.ts";
import { quantityNames } from "../../schema/quantity.ts";
import { accumulations, questions, vantageKinds, waves } from "../../schema/reading.ts";
import { statuses } from "../../schema/status.ts";
import { units } from "../../schema/unit.ts";
import { edgeBases } from "../../schema/window.ts";
import { decimal, looseDate, type TableDescription, text, utcTime, yesNo } from "./field.ts";

const ledger = [{ title: "The sources named in the column source_title, row by row" }];

export const claimsTable: TableDescription = {
  name: "claims",
  path: "data/records/claims.csv",
  title: "Claims: every published statement, as the source printed it",
  description: "One row for each statement on Code Red: who said it, of what, over which hours, with which operator, and where it was printed. A bound is not an estimate: read the column operator before the column value.",
  primaryKey: "id",
  sources: ledger,
  fields: [
    text("id", "Never changes once published.", { unique: true }),
    text("organisation", "Who made the statement, as the source spells it."),
    text("speaker", "The person, where the source names one.", { empty: "not_stated" }),
    text("speaker_role", "The role the source gives, in August 2001.", { empty: "not_stated" }),
    text("relayed_by", "Who passed the statement on; empty where the speaker printed it.", { empty: "not_applicable" }),
    text("operator", "What the source says of its number: eq stated as such, approx about, range two ends, lt and gt bounds, denied disputed by the speaker, rank an order, qualitative words alone, not_stated nothing.", { enum: operators }),
    decimal("value_low", "Low end: of a range; of a “more than”, the bound again, where the source gives a far end too; of an “under”, this project’s low end.", { empty: "not_applicable" }),
    decimal("value", "The number, in the unit of the column unit. For lt and gt it is the bound, never an estimate.", { empty: "not_applicable" }),
    decimal("value_high", "High end: of a range; of an “under”, the bound again; of a “more than”, the far end that the source gives.", { empty: "not_applicable" }),
    text("unit", "The noun, close to the source’s.", { enum: Object.keys(units) }),
    text("what_is_counted", "What the number counts, in this project’s words."),
    text("geography", "The place or the sensor that the statement is about."),
    utcTime("window_start_utc", "Start of the counted hours, included.", { empty: "not_stated" }),
    utcTime("window_end_utc", "End of the counted hours, not included.", { empty: "not_stated" }),
    looseDate("as_of_utc", "When the statement held, as exact as the source is.", { empty: "not_stated" }),
    text("vantage", "What the speaker watched.", { empty: "not_stated" }),
    text("method_notes", "How it was counted, and how this project reads it.", { empty: "not_stated" }),
    text("source_title", "Where it was printed."),
    looseDate("source_date", "Date of the source, as exact as known.", { empty: "not_stated" }),
    text("source_url", "Address of the source; a note may follow it in brackets.", { empty: "not_stated" }),
    yesNo("source_is_mirror", "Whether the address is a copy: cite the source, not the copy."),
    yesNo("in_idg_article", "Whether the statement is one of the article of 2 August 2001."),
    text("directness", "primary where the speaker printed it, quoted where somebody else did.", { enum: ["primary", "quoted"] }),
    text("evidence", "Words of the source, fifteen at most.", { empty: "not_stated" }),
    text("confidence", "This project’s confidence in its reading.", { enum: ["high", "med", "low"] }),
    text("comments", "Remarks of this project.", { empty: "none" }),
  ],
};

export const claimReadingsTable: TableDescription = {
  name: "claim-readings",
  path: "data/records/claim-readings.csv",
  title: "Readings: how this project classifies each claim",
  description: "One row for each claim. The source’s words stay in the table of claims; every classification that a verdict or a chart depends on stands here, open to correction.",
  primaryKey: "claim",
  sources: ledger,
  fields: [
    text("claim", "Id of the claim.", { unique: true }),
    text("label", "Short name for a chart’s row."),
    text("quantity", "The thing behind the printed noun. Two numbers are compared only within one quantity.", { enum: quantityNames }),
    text("wave", "Which outbreak the statement is about.", { enum: waves }),
    text("accumulation", "in_window distinct in stated hours, cumulative since a start, at_once at one moment.", { enum: accumulations }),
    text("vantage_kind", "The kind of instrument.", { enum: vantageKinds }),
    text("question", "The question that the number answers.", { enum: questions }),
    text("status", "recorded by who ran the instrument, quoted by somebody told, derived here, digitised from a picture, modelled.", { enum: statuses }),
    text("start_basis", "Whether the source states the start of its hours.", { enum: edgeBases }),
    text("end_basis", "Whether the source states the end of its hours.", { enum: edgeBases }),
    text("zone", "The clock on which the source prints local times; a name of the zone database.", { empty: "not_stated" }),
    text("zone_basis", "How the zone is known.", { enum: edgeBases }),
    text("noun", "What was counted, in the source’s own words and no others.", { empty: "not_stated" }),
    text("bound_word", "The word before a bound, as the source has it or in English.", { empty: "not_applicable" }),
    text("hours_note", "What is to be known of the hours beside their edges.", { empty: "none" }),
  ],
};
