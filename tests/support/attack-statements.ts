import type { RawAttack } from './raw-sql.ts'

/** What an attack needs to name: the listed matter with its rows, and another matter that nobody has cleared. */
export type Ground = Readonly<
	Record<
		| 'j'
		| 'meeting'
		| 'item'
		| 'matter'
		| 'version'
		| 'hash'
		| 'clearance'
		| 'other'
		| 'otherVersion'
		| 'otherHash'
		| 'otherItem'
		| 'uncounted',
		string
	>
>

const LISTING_COLUMNS =
	'jurisdiction_id, agenda_item_id, meeting_id, clearance_id, matter_id, version_id, content_sha256, listed_by, listed_at'
const VERSION_COLUMNS =
	'jurisdiction_id, id, matter_id, version_no, content_sha256, text, findings, is_submittable, uploaded_by, post_id, uploaded_at'
export const FORGED = 'f'.repeat(64)
export const NOW = "'2026-11-23T00:00:00.000+00:00'"

export const newVersion = (g: Ground, id: string, no: number) =>
	`insert into draft_version (${VERSION_COLUMNS}) values ('${g.j}','${id}','${g.matter}',${no},'${FORGED}','','[]',true,'x','x',${NOW})`
export const listing = (
	g: Ground,
	clearance: string,
	matter: string,
	version: string,
	hash: string,
	item = g.otherItem,
) =>
	`insert into agenda_listing (${LISTING_COLUMNS}) values ('${g.j}','${item}','${g.meeting}','${clearance}','${matter}','${version}','${hash}','x',${NOW})`
export const clearance = (g: Ground, id: string, version: string, hash: string, expiresAt = 'null') =>
	`insert into clearance (jurisdiction_id, id, matter_id, version_id, content_sha256, kind, opinion_id, number, signed_by, post_id, issued_at, expires_at, key_id, signature) values ('${g.j}','${id}','${g.other}','${version}','${hash}','out-of-scope',null,'${id}','x','x',${NOW},${expiresAt},'x','x')`
export const state = (g: Ground, id: string, value = 'valid') =>
	`insert into clearance_state (jurisdiction_id, clearance_id, state, changed_at) values ('${g.j}','${id}','${value}',${NOW})`
export const live = (g: Ground, id: string, matter: string, version: string, hash: string) =>
	`insert into clearance_live (jurisdiction_id, clearance_id, state, matter_id, version_id, content_sha256) values ('${g.j}','${id}','valid','${matter}','${version}','${hash}')`
export const outcome = (g: Ground, item: string, matter: string, clearanceId: string, value = 'passed') =>
	`insert into agenda_outcome (jurisdiction_id, agenda_item_id, meeting_id, matter_id, clearance_id, outcome, decision_text, dissent, recorded_by, post_id, recorded_at) values ('${g.j}','${item}','${g.meeting}',${matter},${clearanceId},'${value}','','','x','x',${NOW})`
export const replaced = (sql: string) => sql.replace('insert into', 'insert or replace into')
export const ignored = (sql: string) => sql.replace('insert into', 'insert or ignore into')
export const own = (g: Ground) => listing(g, g.clearance, g.matter, g.version, g.hash, g.item)
export const meetingBecomes = (...states: string[]) =>
	['delete from agenda_listing', ...states.map((each) => `update meeting set state = '${each}'`)].join(';')
/** The end of the clearance as the product itself ends it, so that what follows can be tried. */
export const ENDED =
	"delete from agenda_listing; delete from clearance_live; update clearance_state set state = 'void'"

/** An attack, as it names the rows of the ground. */
export type Attack = (g: Ground) => RawAttack
