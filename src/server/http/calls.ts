import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { RouteId, routes } from '#contract/routes.ts'
import type { Device } from '../storage/devices.ts'
import type { SignedIn } from './coordinator-auth.ts'

type RouteOf<Id extends RouteId> = (typeof routes)[Id]
type OutputOf<Id extends RouteId, Key extends string> =
  RouteOf<Id> extends Record<Key, infer Schema extends z.ZodType> ? z.output<Schema> : undefined

/** Who calls, as the route's access demands. */
type Caller<Id extends RouteId> = RouteOf<Id>['access'] extends 'device'
  ? { device: Device }
  : RouteOf<Id>['access'] extends 'coordinator'
    ? { coordinator: SignedIn }
    : object

/** One call of a route: its checked parameters and body, and who makes it. */
export type Call<Id extends RouteId> = Caller<Id> & {
  params: OutputOf<Id, 'params'>
  body: OutputOf<Id, 'body'>
  request: FastifyRequest
  reply: FastifyReply
}

/** Answers the route's response; a route without one answers through `reply`. */
export type Handler<Id extends RouteId> = (
  call: Call<Id>,
) => Promise<RouteOf<Id> extends { response: infer Schema extends z.ZodType } ? z.input<Schema> : FastifyReply>

/** One handler for every route of the contract: a missing one does not compile. */
export type Handlers = { [Id in RouteId]: Handler<Id> }
