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
  (func (export "lineEnd") (param $at i32) (result i32)
    (local $feeds i32)
    (loop $next
      (local.set $feeds (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (i32.const 10)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.eqz (local.get $feeds))))
    (i32.add (i32.sub (local.get $at) (i32.const 16)) (i32.ctz (local.get $feeds))))

  ;; Place after the last line feed in [floor, at), or floor.
  (func (export "lineStart") (param $at i32) (param $floor i32) (result i32)
    (local $feeds i32)
    (loop $next
      (if (i32.le_u (local.get $at) (local.get $floor)) (then (return (local.get $floor))))
      (local.set $at (i32.sub (local.get $at) (i32.const 16)))
      (local.set $feeds (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (i32.const 10)))))
      (br_if $next (i32.eqz (local.get $feeds))))
    (local.set $at (i32.add (local.get $at) (i32.sub (i32.const 32) (i32.clz (local.get $feeds)))))
    (select (local.get $at) (local.get $floor) (i32.gt_u (local.get $at) (local.get $floor)))))
