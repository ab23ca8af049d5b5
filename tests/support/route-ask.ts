import type { Act } from '#app/domain/act/act.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { MatterName, MeetingName, RouteWorld } from './route-world.ts'

/** What an ask is about: a matter, a meeting, or what belongs to the jurisdiction or organs of whoever asks. */
export type Thing =
	| { readonly matter: MatterName }
	| { readonly meeting: MeetingName }
	| 'own-jurisdiction'
	| 'own-organ'
	| 'this-jurisdiction'

/** One way to ask a route: about what, and the acts of the permission table of which one must be allowed. */
export type Ask = {
	readonly about: Thing
	readonly acts: readonly [Act, ...Act[]]
	readonly fields?: (world: RouteWorld) => Readonly<Record<string, string>>
	/** Where two hands share an act one after the other: whose hand it is in the matter's present state. */
	readonly turn?: (matter: { state: string; reviewerId: string | null }, actor: Actor) => boolean
}

/** Who may ask a route: everyone, everybody who is signed in, or whom the permission table allows. */
export type RouteEntry =
	| { readonly kind: 'public' }
	| { readonly kind: 'signed-in' }
	| {
			readonly kind: 'act'
			readonly params?: (world: RouteWorld) => Readonly<Record<string, string>>
			readonly get: Ask | null
			readonly post: readonly Ask[]
	  }

type Fields = Ask['fields'] | Readonly<Record<string, string>>

/** An ask about anything. */
export function ask(about: Thing, acts: Act | readonly [Act, ...Act[]], fields?: Fields): Ask {
	const given = typeof fields === 'object' ? () => fields : fields
	return { about, acts: typeof acts === 'string' ? [acts] : acts, ...(given ? { fields: given } : {}) }
}

/** An ask about a matter. */
export const on = (matter: MatterName, acts: Act | readonly [Act, ...Act[]], fields?: Fields) =>
	ask({ matter }, acts, fields)
/** An ask about a meeting. */
export const at = (meeting: MeetingName, acts: Act, fields?: Fields) => ask({ meeting }, acts, fields)
