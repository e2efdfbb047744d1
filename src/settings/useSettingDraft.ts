import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import { z } from 'zod'
import type { Setting } from '../../contract/settings.ts'
import { valueChanges } from '../../contract/valueChanges.ts'
import { formErrors } from '../acts/formErrors.ts'
import { withStatement } from '../acts/withStatement.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { hasCode, problemOf } from '../problem.ts'
import { mergeValues } from './mergeValues.ts'

type Opened<Value> = Omit<Setting, 'value'> & { value: Value }
type Both = { field: string; theirs: string | number | boolean | null }

/** A setting while somebody edits it. What others save meanwhile is seen at once, or laid beside what was typed. */
export function useSettingDraft<Value extends object>(setting: Opened<Value>, schema: z.ZodType<Value>) {
  const t = useTranslate()
  const notify = useNotify()
  const provider = useDataProvider<StewardProvider>()
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState(setting)
  const [value, setValue] = useState(setting.value)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [errors, setErrors] = useState<unknown>(null)
  const [both, setBoth] = useState<Both[]>([])
  /** The last four digits of the numbers that were stated to be no card numbers. */
  const [notCardNumbers, setNotCardNumbers] = useState<string[]>([])
  const isDirty = valueChanges(opened.value, value).length > 0

  if (!isDirty && setting.version > opened.version) {
    setOpened(setting)
    setValue(setting.value)
  }

  function forget() {
    setFailure(null)
    setErrors(null)
    setBoth([])
  }

  /** What the contract has against it, once so much is stated; null if nothing. */
  function faults(stated: string[]): unknown {
    const body = withStatement({ notCardNumbers: stated }, { value })
    return formErrors(z.strictObject({ value: schema }), body).value ?? null
  }

  /** That a number is no card number; what is typed is looked at again, and sent with the next save. */
  function state(last4: string) {
    const stated = [...notCardNumbers, last4]
    setNotCardNumbers(stated)
    setFailure(null)
    setErrors(faults(stated))
  }

  async function save() {
    forget()
    const errors = faults(notCardNumbers)
    if (errors !== null) {
      setErrors(errors)
      return
    }
    setSaving(true)
    try {
      const { id } = opened
      const data = { ...opened, ...withStatement({ notCardNumbers }, { value }) }
      const saved = await provider.update<Opened<Value>>('settings', { id, data, previousData: opened })
      setOpened(saved.data)
      setValue(saved.data.value)
      void queryClient.invalidateQueries({ queryKey: ['settings'] })
      void queryClient.invalidateQueries({ queryKey: ['events'] })
      const name = t(`resources.settings.${opened.key}.name`)
      notify('resources.settings.saved', { type: 'success', messageArgs: { name } })
    } catch (error) {
      setFailure(error)
      setErrors(problemOf(error)?.errors.value ?? null)
      if (hasCode(error, 'VERSION_CONFLICT')) await takeOver()
    } finally {
      setSaving(false)
    }
  }

  /** Opens what is stored now under what was typed, so that saving again writes both. */
  async function takeOver() {
    const { data } = await provider.getOne<Opened<Value>>('settings', { id: opened.id })
    const mine = valueChanges(opened.value, value)
    const theirs = valueChanges(opened.value, data.value)
    setBoth(
      theirs.flatMap(({ field, after }) => {
        const own = mine.find((each) => each.field === field)
        return own && own.after !== after ? [{ field, theirs: after }] : []
      }),
    )
    setValue(mergeValues(opened.value, value, data.value))
    setOpened(data)
  }

  function undo() {
    forget()
    setValue(opened.value)
  }

  return { opened, value, setValue, isDirty, isSaving, save, undo, state, failure, errors, both }
}

export type SettingDraft = Omit<ReturnType<typeof useSettingDraft<object>>, 'value' | 'setValue'>

/** What a person reads beside a field inside a setting, or null. */
export function errorAt(errors: unknown, ...path: string[]): string | null {
  let found = errors
  for (const name of path) {
    found =
      found !== null && typeof found === 'object'
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : null
  }
  return typeof found === 'string' ? found : null
}
