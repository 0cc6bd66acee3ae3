/** Says why a journey had to be tried again: vitest itself tells only that it was. */
export default class RetriedReporter {
  /** @param {import('vitest/node').TestCase} testCase */
  onTestCaseResult(testCase) {
    if (testCase.diagnostic()?.flaky !== true) return
    console.log(`Passed at another try only: ${testCase.fullName}`)
    for (const { message, stacks } of testCase.result().errors ?? []) {
      console.log(message)
      for (const { file, line } of stacks ?? []) console.log(`    at ${file}:${line}`)
    }
  }
}
