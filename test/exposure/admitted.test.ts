import { who } from "../../src/exposure/admitted";

describe("who some sources are", () => {
  test("the Internet in pieces is everybody", () => {
    expect(who(["0.0.0.0/1", "128.0.0.0/1"])).toEqual(["everybody"]);
    expect(who(["0.0.0.0/1", "128.0.0.0/1"], ["203.0.113.7"])).toEqual(["everybody but 203.0.113.7"]);
  });

  test("half of it is what it says", () => {
    expect(who(["128.0.0.0/1", "10.0.0.0/8"])).toEqual(["10.0.0.0/8", "128.0.0.0/1"]);
  });
});
