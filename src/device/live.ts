import { liveQuery, type Observable, type Observer, type Subscription } from 'dexie'

/**
 * A live query whose rows then go through asynchronous work that is not the database's (decryption). Only the newest result is given:
 * a slow one that was overtaken is dropped.
 */
export function liveMapped<Rows, Value>(query: () => Promise<Rows>, project: (rows: Rows) => Promise<Value>): Observable<Value> {
  const source = liveQuery(query)

  function subscribe(
    observerOrNext?: Observer<Value> | ((value: Value) => void) | null,
    onError?: ((error: unknown) => void) | null,
  ): Subscription {
    const observer: Observer<Value> =
      typeof observerOrNext === 'function' ? { next: observerOrNext, ...(onError ? { error: onError } : {}) } : (observerOrNext ?? {})
    let newest = 0
    let closed = false
    const inner = source.subscribe(
      (rows) => {
        newest += 1
        const mine = newest
        project(rows).then(
          (value) => {
            if (!closed && mine === newest) observer.next?.(value)
          },
          (error: unknown) => {
            if (!closed && mine === newest) observer.error?.(error)
          },
        )
      },
      (error: unknown) => observer.error?.(error),
    )
    return {
      unsubscribe() {
        closed = true
        inner.unsubscribe()
      },
      get closed() {
        return closed
      },
    }
  }

  const observable: Observable<Value> = { subscribe, [Symbol.observable]: () => observable }
  return observable
}
