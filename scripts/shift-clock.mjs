// Preload for Node (`--import`): every clock that a program can ask runs CLOCK_SHIFT_DAYS ahead.
const shift = Number(process.env.CLOCK_SHIFT_DAYS ?? 0) * 86_400_000;
const RealDate = globalThis.Date;
if (shift !== 0)
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + shift);
      else super(...parts);
    }
    static now() {
      return RealDate.now() + shift;
    }
  };
