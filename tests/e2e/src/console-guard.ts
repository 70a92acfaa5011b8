import type { BrowserContext, Page } from '@playwright/test';

/** What Chromium says by itself: software WebGL, and connections that a test cut on purpose. */
const CHROMIUM_OWN = /GL Driver Message|GroupMarkerNotSet|software WebGL|swiftshader|GPU stall/i;
const OF_A_CUT = /net::ERR_|WebSocket connection to .* failed|Failed to load resource: net::/;

export type ConsoleGuard = {
  /** From now on the connection is cut on purpose. */
  expectCut: () => void;
  /** From now on requests that are refused with this status are expected. */
  expectRefusal: (status: number) => void;
  /** Everything that should not have been said. */
  findings: () => readonly string[];
};

/** Collects page errors, console messages and failed requests of every page in the context. */
export function guardConsole(context: BrowserContext): ConsoleGuard {
  const findings: string[] = [];
  const refusals: number[] = [];
  let isCutExpected = false;

  const isExpected = (text: string): boolean =>
    CHROMIUM_OWN.test(text) ||
    (isCutExpected && OF_A_CUT.test(text)) ||
    refusals.some((status) => text.includes(`responded with a status of ${status}`));

  const watch = (page: Page): void => {
    page.on('pageerror', (error) => findings.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (!isExpected(message.text())) findings.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
  };
  context.on('page', watch);

  return {
    expectCut: () => void (isCutExpected = true),
    expectRefusal: (status) => void refusals.push(status),
    findings: () => findings,
  };
}
