import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import type { CounterPanel, PanelLabel } from "../charts/counter-panel.ts";
import { colours } from "../charts/palette.ts";
import type { WindowBar } from "../charts/window-bar.ts";
import { numberWords } from "../schema/format.ts";
import { claimsById } from "./claim-table.ts";
import { augustDomain, claimLabel, claimRisen, label, type Placement } from "./panel-labels.ts";
import { risenOf, stepsOf, viewOf } from "./series-rows.ts";

const both = (labels: readonly PanelLabel[]): CounterPanel["labels"] => ({ wide: labels, narrow: labels });

/** XS4ALL's two windows, and the half-hour that has no place on the axis. */
export function xs4allPanel(get: Get): CounterPanel {
  const [wednesday, eight, half] = claimsById(get, ["xs4all-unique-wednesday", "xs4all-unique-8h", "xs4all-half-hour"]);
  const bars: WindowBar[] = [wednesday, eight].flatMap((claim) =>
    claim?.window.start == null || claim.window.end === null || claim.value === null
      ? []
      : [{ key: claim.id, start: claim.window.start, end: claim.window.end, startBasis: claim.window.startBasis, endBasis: claim.window.endBasis, y: claim.value, colour: colours.xs4all }],
  );
  const words = (claim: ClaimEntry | undefined, text: string, placement: Placement): PanelLabel[] => (claim?.window.end == null || claim.value === null ? [] : [{ at: claim.window.end, y: claim.value, text, ...placement }]);
  const doubts: PanelLabel[] = wednesday?.window.start == null || wednesday.window.end === null || wednesday.value === null ? [] : [wednesday.window.start, wednesday.window.end].map((at, index) => ({ at, y: wednesday.value ?? 0, text: "?", anchor: "middle" as const, dx: index === 0 ? 4 : -2 }));
  return {
    domain: augustDomain,
    top: 9_000,
    ticks: [0, 2_000, 4_000, 6_000, 8_000],
    unit: "addresses in the window",
    colour: colours.xs4all,
    windows: bars,
    axisValue: { value: half?.value ?? 0, text: { wide: `${half?.signs ?? ""} “unique attacks”, half-hour not named`, narrow: `${half?.signs ?? ""} “unique attacks”, no hour` } },
    labels: {
      wide: [...doubts, ...words(wednesday, `${wednesday?.signs ?? ""} on Wednesday, edges assumed`, { anchor: "end", dx: -40, dy: -15 }), ...words(eight, `${eight?.signs ?? ""} in eight hours`, { anchor: "start", dx: 10 })],
      narrow: [...doubts, ...(wednesday?.value == null ? [] : [{ at: wednesday.window.start ?? augustDomain.start, y: wednesday.value, text: `${wednesday.signs}, edges assumed`, anchor: "start" as const, dx: 4, dy: -14 }]), ...words(eight, `${eight?.signs ?? ""} in 8 hours`, { anchor: "start", dx: 8 })],
    },
    height: { wide: 150, narrow: 150 },
  };
}

/** CAIDA's and CERT/CC's one statement each, in one unit as printed. */
export function estimatePanel(get: Get): CounterPanel {
  const [caida, cert] = claimsById(get, ["caida-04", "cert-03"]);
  if (caida === undefined || cert === undefined) throw new Error("CAIDA’s and CERT/CC’s statements of 1 and 2 August are missing");
  const caidaLabel = (placement: Placement): PanelLabel[] => claimLabel(caida, `CAIDA: nearly ${numberWords(caida.value ?? 0)}`, placement);
  // Its source gives no hour: the place on the axis is ours.
  const doubts = [...claimLabel(cert, "?", { anchor: "end", dx: -9 }), ...claimLabel(cert, "?", { anchor: "start", dx: 9 })];
  return {
    domain: augustDomain,
    top: 230_000,
    ticks: [0, 100_000, 200_000],
    unit: "infected systems",
    colour: colours.ink,
    moments: [claimRisen(caida, caida.organisation), claimRisen(cert, cert.organisation)],
    labels: {
      wide: [...caidaLabel({ anchor: "end", dx: -14 }), ...doubts, ...claimLabel(cert, `CERT/CC: ${cert.signs}, hour assumed`, { anchor: "start", dx: 26 })],
      narrow: [...caidaLabel({ anchor: "middle", dy: 40 }), ...doubts, ...claimLabel(cert, `CERT/CC: ${cert.signs},\nhour assumed`, { anchor: "start", dx: -22, dy: 26 })],
    },
    height: { wide: 110, narrow: 120 },
  };
}

/** F-Secure's three statements of 1 August. */
export function fsecurePanel(get: Get): CounterPanel {
  const claims = claimsById(get, ["fsecure-01", "fsecure-02", "fsecure-03"]);
  const [first, second, third] = claims;
  const labels = [
    ...(first === undefined ? [] : claimLabel(first, first.signs, { anchor: "start", dx: 8, dy: -12 })),
    ...(second === undefined ? [] : claimLabel(second, second.signs, { anchor: "start", dx: 9, dy: -2 })),
    ...(third === undefined ? [] : claimLabel(third, third.signs, { anchor: "start", dx: 16 })),
  ];
  return {
    domain: augustDomain,
    top: 28_000,
    ticks: [0, 10_000, 20_000],
    unit: "infected web servers",
    colour: colours.ink,
    moments: claims.map((claim) => claimRisen(claim, claim.organisation)),
    labels: { wide: labels, narrow: labels.slice(1) },
    height: { wide: 100, narrow: 110 },
  };
}

/** Akamai's running total from a sample of its servers. */
export function akamaiPanel(get: Get): CounterPanel {
  const points = viewOf(get("series-akamai-cumulative-2001-08-01"), "unique_sources_cumulative").points;
  const labels = [...points.slice(0, 1).flatMap((point) => label(point, { anchor: "end", dx: -10 })), ...points.slice(-1).flatMap((point) => label(point, { anchor: "start", dx: 11 }))];
  return {
    domain: augustDomain,
    top: 56_000,
    ticks: [0, 20_000, 40_000],
    unit: "hosts so far",
    colour: colours.ink,
    moments: points.map((point) => risenOf(point, "Akamai")),
    labels: both(labels),
    height: { wide: 110, narrow: 120 },
  };
}

/** One site's addresses in single hours, first seven hours. */
export function intelsatPanel(get: Get): CounterPanel {
  const view = viewOf(get("series-intelsat-hourly-2001-08-01"), "unique_sources");
  const last = view.points.at(-1);
  return {
    domain: augustDomain,
    top: 380,
    ticks: [0, 100, 200, 300],
    unit: "addresses in each hour",
    colour: colours.ink,
    steps: stepsOf(view),
    stepLine: "printed",
    gaps: [{ start: last?.end ?? augustDomain.start, end: augustDomain.end }],
    gapWords: "later hours not obtained",
    labels: both(last === undefined ? [] : label(last, { anchor: "start", dx: 8 })),
    height: { wide: 100, narrow: 110 },
    strips: true,
  };
}
