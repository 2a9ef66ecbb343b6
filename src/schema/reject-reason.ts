/** Why a line that carries the marker could not be counted. The order is part of the stored state: add at the end only. */
export const rejectReasons = [
  "line_too_long",
  "address_invalid",
  "address_ipv6",
  "address_is_name",
  "time_unreadable",
  "date_impossible",
  "date_out_of_range",
  "zone_missing",
  "zone_odd",
  "fields_missing",
  "number_unreadable",
  "value_not_exact",
  "window_open",
  "value_repeated",
] as const;
export type RejectReason = (typeof rejectReasons)[number];
