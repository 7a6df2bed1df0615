import { coverInternet, wideAmong } from "../../src/reach/wide-ranges";

describe("a range that is too wide to name anybody", () => {
  test.each([
    ["0.0.0.0/0"],
    ["128.0.0.0/1"],
    ["20.0.0.0/15"],
    ["20.0.0.1/8"],
    ["1.0.0.0-223.255.255.255"],
    ["::/0"],
    ["2000::/3"],
  ])("%s", (range) => expect(wideAmong(["203.0.113.7", range])).toBe(range));

  test.each([
    ["203.0.113.7"],
    ["20.1.0.0/16"],
    ["10.0.0.0/8"],
    ["100.64.0.0/10"],
    ["2001:db8::/32"],
    ["198.51.100.1-198.51.100.9"],
    ["Storage.WestEurope"],
    ["300.1.2.3/4"],
  ])("%s is none", (range) => expect(wideAmong([range])).toBeUndefined());
});

test("ranges that are narrow one by one are wide together, each address counted once", () => {
  const slices = Array.from({ length: 257 }, (_, i) => `${20 + Math.floor(i / 256)}.${i % 256}.0.0/16`);
  expect(wideAmong(slices)).toBe("257 ranges that hold more than a /8 together");
  expect(wideAmong([...slices.slice(0, 256), "20.9.0.0/16"])).toBeUndefined();
});

test("ranges cover the Internet when only addresses are left that no host has", () => {
  expect(coverInternet(["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/2"])).toBe(true);
  expect(coverInternet(["0.0.0.0/1", "128.0.0.0/2"])).toBe(false);
});
