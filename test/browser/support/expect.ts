import { expect as plain } from '@playwright/test'

/** Waits long enough for a machine that does other work besides. */
export const expect = plain.configure({ timeout: 15_000 })
