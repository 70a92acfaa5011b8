import { describe, expect, it } from 'vitest';
import { isPageMissing } from './page-load.ts';

describe('a page that could not be fetched', () => {
  it('is told by what browsers say of it', () => {
    expect(isPageMissing(new TypeError('Failed to fetch dynamically imported module: http://a/assets/ChatPage.js'))).toBe(true);
    expect(isPageMissing(new TypeError('error loading dynamically imported module: http://a/assets/ChatPage.js'))).toBe(true);
    expect(isPageMissing(new TypeError('Importing a module script failed.'))).toBe(true);
    expect(isPageMissing(new Error('Unable to preload CSS for /assets/page.css'))).toBe(true);
  });

  it('is not one that broke by itself', () => {
    expect(isPageMissing(new TypeError('Cannot read properties of undefined'))).toBe(false);
    expect(isPageMissing('a string')).toBe(false);
  });
});
