import type { Certifier } from '#domain/certifier.ts'

/** An invented certifier, registered. */
export function aCertifier(changes: Partial<Certifier> = {}): Certifier {
  return {
    legalName: 'Institut des Halles SAS',
    tradeName: 'École des Halles',
    rncpCode: 'RNCP99999',
    registeredOn: '2025-03-27',
    nsfCodes: ['312'],
    place: 'Angers',
    signatoryName: 'Odile Marchand',
    signatoryQuality: 'directrice générale',
    appeal: 'Recours auprès de l’Institut des Halles, par écrit, dans les deux mois.',
    ...changes,
  }
}
