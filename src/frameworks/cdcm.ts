import { type Framework, frameworkSchema } from '#domain/framework.ts'
import text from './cdcm.framework.json' with { type: 'json' }

/** The bundled certification, « Chargé·e de développement commercial et marketing », level 6, checked against its schema at load. */
export const cdcm: Framework = frameworkSchema.parse(text)
