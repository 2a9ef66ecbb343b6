import type { Records } from "../readers/records.ts";
import { type ClaimEntry, claims } from "./claims.ts";

/** Somebody who spoke, as the ledger prints the name. */
export interface Speaker {
  readonly name: string;
  /** As the source states it in 2001; null = not stated. */
  readonly role: string | null;
  readonly claims: readonly string[];
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Other spellings in the ledger. */
  readonly alsoPrinted: readonly string[];
  /** Id of the organisation that it is printed as part of. */
  readonly partOf: string | null;
  /** What the sources say of it; null = nothing beyond the claims. */
  readonly note: string | null;
  readonly noteClaims: readonly string[];
  readonly inIdgArticle: boolean;
  readonly speakers: readonly Speaker[];
  /** Its claims, in the ledger's order. */
  readonly claims: readonly string[];
  /** Claims of others that name it as their vantage. */
  readonly namedAsVantageIn: readonly string[];
}

export interface OrganisationsAggregate {
  readonly id: "organisations";
  readonly title: string;
  readonly rows: readonly Organisation[];
}

function speakers(own: readonly ClaimEntry[]): Speaker[] {
  const names = [...new Set(own.flatMap((claim) => (claim.speaker === null ? [] : [claim.speaker])))];
  return names.map((name) => {
    const theirs = own.filter((claim) => claim.speaker === name);
    return { name, role: theirs.find((claim) => claim.speakerRole !== null)?.speakerRole ?? null, claims: theirs.map((claim) => claim.id) };
  });
}

/** Every organisation of the ledger with its spellings, speakers and claims, in the order of the table of organisations. */
export function organisations(records: Records): OrganisationsAggregate {
  const ledger = claims(records).rows;
  return {
    id: "organisations",
    title: "Organisations and people, with the spellings and roles of August 2001",
    rows: records.organisations.map((row) => {
      const own = ledger.filter((claim) => row.spellings.includes(claim.organisation));
      return {
        id: row.id,
        name: row.name,
        alsoPrinted: row.spellings.filter((spelling) => spelling !== row.name),
        partOf: row.part_of,
        note: row.note === "" ? null : row.note,
        noteClaims: row.note_claims,
        inIdgArticle: own.some((claim) => claim.inIdgArticle),
        speakers: speakers(own),
        claims: own.map((claim) => claim.id),
        namedAsVantageIn: ledger.filter((claim) => row.vantage_names.some((name) => claim.vantage?.includes(name) === true)).map((claim) => claim.id),
      };
    }),
  };
}
