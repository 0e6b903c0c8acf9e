import { describe, expect, test } from 'vitest';
import { processingFeeByCase, processingFeeByPage } from '../src/index.ts';
import { isFeeOfOneNotice } from '../src/report/fee-tariff.ts';

describe('charged by the case', () => {
  test.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [60, 11_000],
    [61, 11_500],
  ])('%d applications a month cost %d yuan', (applications, yuan) => {
    expect(processingFeeByCase(applications)).toBe(yuan);
  });

  test('each application costs what the tariff says, summed one by one', () => {
    let sum = 0;
    for (let n = 1; n <= 200; n += 1) {
      sum += n <= 10 ? 0 : n <= 30 ? 100 : 100 * (2 + Math.floor((n - 31) / 10));
      expect(processingFeeByCase(n)).toBe(sum);
    }
  });
});

describe('charged by the page', () => {
  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [72, 420],
    [100, 700],
    [101, 720],
    [109, 880],
    [119, 1080],
    [200, 2700],
    [201, 2740],
    [300, 6700],
  ])('%d pages cost %d yuan', (pages, yuan) => {
    expect(processingFeeByPage(pages)).toBe(yuan);
  });
});

describe('an amount of one notice', () => {
  test('is one that some number of pages or cases comes to', () => {
    const pages = new Set(Array.from({ length: 400 }, (_, n) => processingFeeByPage(n)));
    for (let yuan = 1; yuan <= 9000; yuan += 1) {
      const reachable = pages.has(yuan) || yuan % 100 === 0;
      expect(isFeeOfOneNotice(yuan), String(yuan)).toBe(reachable);
    }
  });

  test.each([420, 290, 140, 880, 1080, 270, 380])('of 宿迁, %d yuan, is one', (yuan) => {
    expect(isFeeOfOneNotice(yuan)).toBe(true);
  });

  test('is neither nothing, nor less, nor a part of a yuan', () => {
    for (const yuan of [0, -10, 10.5, Number.NaN]) expect(isFeeOfOneNotice(yuan)).toBe(false);
  });
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no number of cases or pages', (number) => {
  expect(() => processingFeeByCase(number)).toThrow(/`applications` has to be a whole number from 0/);
  expect(() => processingFeeByPage(number)).toThrow(/`pages` has to be a whole number from 0/);
});
