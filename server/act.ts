import type { z } from 'zod'
import type { CardFound } from '../contract/text.ts'
import { parseStated, type Stated } from './body.ts'
import type { Staff } from './caller.ts'
import type { Tx } from './database/connect.ts'

/** What carries an act out, inside its transaction; an object answers in the record's place. */
export type Run = (tx: Tx, by: Staff, now: Date, id: string) => Promise<object | undefined>

/** An act on a record: the shape of its body, and what checks that shape before anything runs. */
export type Act = {
  body: z.ZodType
  /** What it answers with, if not with the record. */
  answer?: z.ZodType
  parse: (stated: Stated) => { run: Run; waived: CardFound[] }
  replayed: boolean
  /** What a body that fits searches people by, which is an event of its own; null if it does not. */
  searches?: (body: unknown) => { noun: string; term: string } | null
}

/** Ties a body of the contract to the function that keeps the rule. */
export function act<Schema extends z.ZodType>(
  body: Schema,
  run: (tx: Tx, by: Staff, now: Date, id: string, input: z.output<Schema>) => Promise<void>,
): Act {
  return {
    body,
    replayed: true,
    parse: (stated) => {
      const { input, waived } = parseStated(body, stated)
      return {
        waived,
        run: async (tx, by, now, id) => {
          await run(tx, by, now, id, input)
          return undefined
        },
      }
    },
  }
}

/** As `act`, for one that answers with something else than the record; its answer is never replayed. */
export function answeringAct<Schema extends z.ZodType, Answer extends z.ZodObject>(
  body: Schema,
  answer: Answer,
  run: (tx: Tx, by: Staff, now: Date, id: string, input: z.output<Schema>) => Promise<z.input<Answer>>,
): Act {
  return {
    body,
    answer,
    replayed: false,
    parse: (stated) => {
      const { input, waived } = parseStated(body, stated)
      return { waived, run: (tx, by, now, id) => run(tx, by, now, id, input) }
    },
  }
}
