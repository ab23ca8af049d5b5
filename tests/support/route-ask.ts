import type { Act } from '#app/domain/act/act.ts'
import type { MatterName, MeetingName, RouteWorld } from './route-world.ts'
import type { PersonName } from './who-may.ts'

/** What an ask is about: a matter, a meeting, or what belongs to the jurisdiction or organs of whoever asks. */
export type Thing =
	| { readonly matter: MatterName }
	| { readonly meeting: MeetingName }
	| 'own-jurisdiction'
	| 'own-organ'
	| 'this-jurisdiction'

/** One way to ask a route: about what, and the acts of which one must be allowed. */
export type Ask = {
	readonly about: Thing
	readonly acts: readonly [Act, ...Act[]]
	readonly fields?: (world: RouteWorld) => Readonly<Record<string, string>>
	/** Where two hands share an act one after the other: whose it is in the matter's present state. */
	readonly by?: readonly PersonName[]
}

/** How an act's form is sent; its page is the act table's, where nothing else is said. */
export type Posting = Omit<Ask, 'acts'> & { readonly route?: string }

/** Who may ask a route: everyone, everybody who is signed in, or whoever may do one of the acts. */
export type RouteEntry =
	| { readonly kind: 'public' }
	| { readonly kind: 'signed-in' }
	| {
			readonly kind: 'act'
			readonly params?: Params
			readonly get: Ask | null
			readonly post: readonly Ask[]
	  }

/** The parts of a route's address that its subject does not give. */
export type Params = (world: RouteWorld) => Readonly<Record<string, string>>

type Fields = Ask['fields'] | Readonly<Record<string, string>>
type More = Pick<Posting, 'by' | 'route'>

/** A page about anything. */
export function ask(about: Thing, acts: Act | readonly [Act, ...Act[]]): Ask {
	return { about, acts: typeof acts === 'string' ? [acts] : acts }
}

/** A page about a matter. */
export const on = (matter: MatterName, acts: Act | readonly [Act, ...Act[]]) => ask({ matter }, acts)
/** A page about a meeting. */
export const at = (meeting: MeetingName, acts: Act) => ask({ meeting }, acts)

/** A form about anything. */
export function send(about: Thing, fields: Fields = {}, more: More = {}): Posting {
	return { about, ...more, fields: typeof fields === 'object' ? () => fields : fields }
}

/** A form about a matter. */
export const sendOn = (matter: MatterName, fields?: Fields, more?: More) => send({ matter }, fields, more)
/** A form about a meeting. */
export const sendAt = (meeting: MeetingName, fields?: Fields, more?: More) => send({ meeting }, fields, more)
