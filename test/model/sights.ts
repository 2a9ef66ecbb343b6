import fc from "fast-check";

/** Sensors and rates of the size this subject has: up to a /8, a twentieth of a target to some thousands a minute. */
export const sights = fc.record({ ratePerMinute: fc.double({ min: 0.05, max: 5000, noNaN: true }), monitoredAddresses: fc.integer({ min: 1, max: 2 ** 24 }) });

/** The same with a window of six minutes to a month. */
export const watches = fc.record({ ratePerMinute: fc.double({ min: 0.05, max: 5000, noNaN: true }), monitoredAddresses: fc.integer({ min: 1, max: 2 ** 24 }), windowHours: fc.double({ min: 0.1, max: 720, noNaN: true }) });
