;; The search of marker-scan.ts, sixteen bytes at a time. `npm run build:scan` makes marker-scan-bytes.ts of this text.
;; Addresses are byte offsets in the memory, whose layout marker-scan.ts gives: 16 bytes and more stand before and after what is searched.
(module
  (import "scan" "memory" (memory 1))

  ;; Place of the first "/default.ida" that begins in [at, stop), or -1.
  ;; The line feeds before it, or all of [at, stop), are added to the 32-bit word at address 0.
  (func (export "find") (param $at i32) (param $stop i32) (result i32)
    (local $lines i32) (local $feeds i32) (local $candidates i32) (local $bit i32) (local $place i32)
    (local.set $lines (i32.load (i32.const 0)))
    (block $none
      (loop $next
        (br_if $none (i32.ge_u (local.get $at) (local.get $stop)))
        ;; One bit for each of the sixteen bytes: line feeds, and places with an "f" three and a "." eight bytes on, which are rare in logs.
        (local.set $feeds (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (i32.const 10)))))
        (local.set $candidates (i8x16.bitmask (v128.and
          (i8x16.eq (v128.load offset=3 (local.get $at)) (i8x16.splat (i32.const 102)))
          (i8x16.eq (v128.load offset=8 (local.get $at)) (i8x16.splat (i32.const 46))))))
        (if (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $stop))
          (then
            ;; The last block: bytes from stop on do not count.
            (local.set $bit (i32.sub (i32.shl (i32.const 1) (i32.sub (local.get $stop) (local.get $at))) (i32.const 1)))
            (local.set $feeds (i32.and (local.get $feeds) (local.get $bit)))
            (local.set $candidates (i32.and (local.get $candidates) (local.get $bit)))))
        (if (local.get $candidates)
          (then (loop $candidate
            (local.set $bit (i32.ctz (local.get $candidates)))
            (local.set $place (i32.add (local.get $at) (local.get $bit)))
            ;; "/default" and ".ida" as little-endian numbers.
            (if (i32.and
                  (i64.eq (i64.load (local.get $place)) (i64.const 0x746c75616665642f))
                  (i32.eq (i32.load offset=8 (local.get $place)) (i32.const 0x6164692e)))
              (then
                (i32.store (i32.const 0) (i32.add (local.get $lines) (i32.popcnt
                  (i32.and (local.get $feeds) (i32.sub (i32.shl (i32.const 1) (local.get $bit)) (i32.const 1))))))
                (return (local.get $place))))
            ;; Clears the lowest bit.
            (br_if $candidate (local.tee $candidates (i32.and (local.get $candidates) (i32.sub (local.get $candidates) (i32.const 1))))))))
        (local.set $lines (i32.add (local.get $lines) (i32.popcnt (local.get $feeds))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (i32.store (i32.const 0) (local.get $lines))
    (i32.const -1))

  ;; Place of the first line feed at or after $at. There must be one.
  (func $lineEnd (export "lineEnd") (param $at i32) (result i32)
    (local $feeds i32)
    (loop $next
      (local.set $feeds (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (i32.const 10)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.eqz (local.get $feeds))))
    (i32.add (i32.sub (local.get $at) (i32.const 16)) (i32.ctz (local.get $feeds))))

  ;; Place after the last line feed in [floor, at), or floor.
  (func $lineStart (param $at i32) (param $floor i32) (result i32)
    (local $feeds i32)
    (loop $next
      (if (i32.le_u (local.get $at) (local.get $floor)) (then (return (local.get $floor))))
      (local.set $at (i32.sub (local.get $at) (i32.const 16)))
      (local.set $feeds (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (i32.const 10)))))
      (br_if $next (i32.eqz (local.get $feeds))))
    (local.set $at (i32.add (local.get $at) (i32.sub (i32.const 32) (i32.clz (local.get $feeds)))))
    (select (local.get $at) (local.get $floor) (i32.gt_u (local.get $at) (local.get $floor))))

  ;; The number of two decimal digits; 65536 or more where one is none.
  (func $two (param $at i32) (result i32)
    (local $digits i32)
    (local.set $digits (i32.xor (i32.load16_u (local.get $at)) (i32.const 0x3030)))
    (i32.or
      (i32.add (i32.mul (i32.and (local.get $digits) (i32.const 255)) (i32.const 10)) (i32.shr_u (local.get $digits) (i32.const 8)))
      (i32.shl
        (i32.ne (i32.and (i32.or (local.get $digits) (i32.add (local.get $digits) (i32.const 0x0606))) (i32.const 0xf0f0)) (i32.const 0))
        (i32.const 16))))

  ;; The number of $length decimal digits before $end; more than 255 where the length is not 1, 2 or 3.
  (func $octet (param $end i32) (param $length i32) (result i32)
    (local $digits i32)
    (local.set $digits (i32.and
      (i32.xor (i32.load (i32.sub (local.get $end) (i32.const 4))) (i32.const 0x30303030))
      (i32.shl (i32.const -1) (i32.sub (i32.const 32) (i32.mul (local.get $length) (i32.const 8))))))
    (i32.or
      (i32.shl (i32.gt_u (i32.sub (local.get $length) (i32.const 1)) (i32.const 2)) (i32.const 16))
      (i32.add (i32.shr_u (local.get $digits) (i32.const 24)) (i32.add
        (i32.mul (i32.and (i32.shr_u (local.get $digits) (i32.const 16)) (i32.const 255)) (i32.const 10))
        (i32.mul (i32.and (i32.shr_u (local.get $digits) (i32.const 8)) (i32.const 255)) (i32.const 100))))))

  ;; The IPv4 address that fills [start, end), at most 16 bytes, into the word at 12; 0 where there is none.
  (func $address (param $start i32) (param $end i32) (result i32)
    (local $bytes v128) (local $all i32) (local $dots i32) (local $first i32) (local $second i32) (local $third i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $bytes (v128.load (local.get $start)))
    (local.set $all (i32.sub (i32.shl (i32.const 1) (i32.sub (local.get $end) (local.get $start))) (i32.const 1)))
    (local.set $dots (i32.and (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 46)))) (local.get $all)))
    ;; Three dots, and nothing else but digits.
    (if (i32.or
          (i32.ne (i32.popcnt (local.get $dots)) (i32.const 3))
          (i32.ne (local.get $all) (i32.or (local.get $dots) (i32.and (local.get $all)
            (i8x16.bitmask (i8x16.lt_u (i8x16.sub (local.get $bytes) (i8x16.splat (i32.const 48))) (i8x16.splat (i32.const 10))))))))
      (then (return (i32.const 0))))
    (local.set $first (i32.add (local.get $start) (i32.ctz (local.get $dots))))
    (local.set $dots (i32.and (local.get $dots) (i32.sub (local.get $dots) (i32.const 1))))
    (local.set $second (i32.add (local.get $start) (i32.ctz (local.get $dots))))
    (local.set $third (i32.add (local.get $start) (i32.sub (i32.const 31) (i32.clz (local.get $dots)))))
    (local.set $a (call $octet (local.get $first) (i32.sub (local.get $first) (local.get $start))))
    (local.set $b (call $octet (local.get $second) (i32.sub (i32.sub (local.get $second) (local.get $first)) (i32.const 1))))
    (local.set $c (call $octet (local.get $third) (i32.sub (i32.sub (local.get $third) (local.get $second)) (i32.const 1))))
    (local.set $d (call $octet (local.get $end) (i32.sub (i32.sub (local.get $end) (local.get $third)) (i32.const 1))))
    (if (i32.or
          (i32.or (i32.gt_u (local.get $a) (i32.const 255)) (i32.gt_u (local.get $b) (i32.const 255)))
          (i32.or (i32.gt_u (local.get $c) (i32.const 255)) (i32.gt_u (local.get $d) (i32.const 255))))
      (then (return (i32.const 0))))
    (i32.store (i32.const 12) (i32.or
      (i32.or (i32.shl (local.get $a) (i32.const 24)) (i32.shl (local.get $b) (i32.const 16)))
      (i32.or (i32.shl (local.get $c) (i32.const 8)) (local.get $d))))
    (i32.const 1))

  ;; The variant that follows the marker, into the word at 52; 0 where the path goes on.
  (func $variant (param $after i32) (result i32)
    (local $byte i32) (local $run i32)
    (local.set $byte (i32.load8_u (local.get $after)))
    (local.set $run (i32.and (i32.load offset=1 (local.get $after)) (i32.const 0xffffff)))
    (i32.store (i32.const 52) (i32.const 2))
    (if (i32.eq (local.get $byte) (i32.const 63))
      (then
        ;; "NNN", "XXX"
        (if (i32.eq (local.get $run) (i32.const 0x4e4e4e)) (then (i32.store (i32.const 52) (i32.const 0))))
        (if (i32.eq (local.get $run) (i32.const 0x585858)) (then (i32.store (i32.const 52) (i32.const 1))))
        (return (i32.const 1))))
    ;; The end of the path: a space, a quote, a tab, the end of the line.
    (i32.or
      (i32.or (i32.eq (local.get $byte) (i32.const 32)) (i32.eq (local.get $byte) (i32.const 34)))
      (i32.or (i32.eq (local.get $byte) (i32.const 9)) (i32.eq (local.get $byte) (i32.const 10)))))

  ;; Writes where the line of a marker begins and ends, and the parts of a line of the usual form, into the words that marker-scan.ts names.
  ;; 1 where the line has that form: `ADDRESS - - [dd/mmm/yyyy:hh:mm:ss +hhmm] "GET /default.ida`.
  (func (export "line") (param $marker i32) (param $floor i32) (result i32)
    (local $start i32) (local $at i32) (local $sign i32)
    (local $day i32) (local $year i32) (local $years i32) (local $hour i32) (local $minute i32) (local $second i32) (local $zone i32) (local $zoneMinute i32)
    (local.set $start (call $lineStart (local.get $marker) (local.get $floor)))
    (i32.store (i32.const 4) (local.get $start))
    (i32.store (i32.const 8) (call $lineEnd (local.get $marker)))
    ;; The bracket stands 34 bytes before the marker; the address ends five before that and has 7 to 15 bytes.
    (local.set $at (i32.sub (local.get $marker) (i32.const 34)))
    (if (i32.or (i32.lt_s (i32.sub (local.get $at) (local.get $start)) (i32.const 12)) (i32.gt_s (i32.sub (local.get $at) (local.get $start)) (i32.const 20)))
      (then (return (i32.const 0))))
    (local.set $sign (i32.load8_u offset=22 (local.get $at)))
    ;; " - - [" before the day, `] "GET /` up to the marker, and what stands between the numbers.
    (if (i32.eqz (i32.and
          (i32.and
            (i64.eq (i64.and (i64.load (i32.sub (local.get $at) (i32.const 5))) (i64.const 0xffffffffffff)) (i64.const 0x5b202d202d20))
            (i64.eq (i64.load offset=27 (local.get $at)) (i64.const 0x2f2054454722205d)))
          (i32.and
            (i32.and
              (i32.and (i32.eq (i32.load8_u offset=3 (local.get $at)) (i32.const 47)) (i32.eq (i32.load8_u offset=7 (local.get $at)) (i32.const 47)))
              (i32.and (i32.eq (i32.load8_u offset=12 (local.get $at)) (i32.const 58)) (i32.eq (i32.load8_u offset=15 (local.get $at)) (i32.const 58))))
            (i32.and
              (i32.and (i32.eq (i32.load8_u offset=18 (local.get $at)) (i32.const 58)) (i32.eq (i32.load8_u offset=21 (local.get $at)) (i32.const 32)))
              (i32.or (i32.eq (local.get $sign) (i32.const 43)) (i32.eq (local.get $sign) (i32.const 45)))))))
      (then (return (i32.const 0))))
    (local.set $day (call $two (i32.add (local.get $at) (i32.const 1))))
    (local.set $year (call $two (i32.add (local.get $at) (i32.const 8))))
    (local.set $years (call $two (i32.add (local.get $at) (i32.const 10))))
    (local.set $hour (call $two (i32.add (local.get $at) (i32.const 13))))
    (local.set $minute (call $two (i32.add (local.get $at) (i32.const 16))))
    (local.set $second (call $two (i32.add (local.get $at) (i32.const 19))))
    (local.set $zone (call $two (i32.add (local.get $at) (i32.const 23))))
    (local.set $zoneMinute (call $two (i32.add (local.get $at) (i32.const 25))))
    (if (i32.gt_u
          (i32.or
            (i32.or (i32.or (local.get $day) (local.get $year)) (i32.or (local.get $years) (local.get $hour)))
            (i32.or (i32.or (local.get $minute) (local.get $second)) (i32.or (local.get $zone) (local.get $zoneMinute))))
          (i32.const 0xffff))
      (then (return (i32.const 0))))
    (i32.store (i32.const 16) (i32.add (i32.mul (local.get $year) (i32.const 100)) (local.get $years)))
    (i32.store (i32.const 20) (i32.and (i32.load offset=4 (local.get $at)) (i32.const 0xffffff)))
    (i32.store (i32.const 24) (local.get $day))
    (i32.store (i32.const 28) (local.get $hour))
    (i32.store (i32.const 32) (local.get $minute))
    (i32.store (i32.const 36) (local.get $second))
    (i32.store (i32.const 40) (i32.sub (i32.const 44) (local.get $sign)))
    (i32.store (i32.const 44) (i32.add (i32.mul (local.get $zone) (i32.const 100)) (local.get $zoneMinute)))
    (i32.and
      (call $address (local.get $start) (i32.sub (local.get $at) (i32.const 5)))
      (call $variant (i32.add (local.get $marker) (i32.const 12))))))
