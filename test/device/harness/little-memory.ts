// A device of little memory: a passphrase costs the least allowed, a tenth of the time, each time a case opens a notebook.
Object.defineProperty(navigator, 'deviceMemory', { value: 0.25 })
