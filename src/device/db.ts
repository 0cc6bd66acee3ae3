/** What may be known of a notebook before it is unlocked. */
export interface NotebookSummary {
  vaultId: string
  label: string
  createdAt: number
}
