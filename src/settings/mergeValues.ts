/** What I changed stays mine, everything else is as they left it. */
export function mergeValues<Value extends object>(opened: Value, mine: Value, theirs: Value): Value {
  const merged = { ...theirs }
  for (const key in mine) {
    const [known, typed, stored] = [opened[key], mine[key], theirs[key]]
    if (isObject(known) && isObject(typed) && isObject(stored))
      merged[key] = mergeValues(known, typed, stored)
    else if (typed !== known) merged[key] = typed
  }
  return merged
}

function isObject<Value>(value: Value): value is Value & object {
  return value !== null && typeof value === 'object'
}
