import {
	type Attack,
	newVersion,
	listing,
	state,
	live,
	outcome,
	replaced,
	ignored,
	ENDED,
	FORGED,
} from './attack-statements.ts'

/** Statements that only SQLite knows: REPLACE deletes without firing a delete trigger, a rowid is moved past a column list. */
export const SQLITE_ATTACKS: Record<string, Attack> = {
	'list with OR IGNORE': (g) => ({
		sql: ignored(listing(g, 'none', g.other, g.otherVersion, g.otherHash)),
	}),
	'replace a good listing': (g) => ({
		sql: replaced(listing(g, 'none', g.other, g.otherVersion, g.otherHash, g.item)),
	}),
	'update or replace a listing': (g) => ({
		sql: `update or replace agenda_listing set matter_id = '${g.other}'`,
	}),
	'replace the cleared version': (g) => ({ sql: replaced(newVersion(g, g.version, 9)) }),
	'replace a version by its number': (g) => ({ sql: replaced(newVersion(g, 'v2', 1)) }),
	'replace a file of the cleared text': (g) => ({
		sql: `insert or replace into version_file select jurisdiction_id, version_id, position, role, name, size, '${FORGED}', media_type, secrecy from version_file where version_id = '${g.version}'`,
	}),
	'replace a matter': (g) => ({
		sql: `insert or replace into matter select * from matter where id = '${g.matter}'`,
	}),
	'replace a matter by its case number': (g) => ({
		sql: `update or replace matter set case_number = (select case_number from matter where id = '${g.other}') where id = '${g.uncounted}'`,
	}),
	'replace a clearance': () => ({ sql: 'insert or replace into clearance select * from clearance' }),
	'replace a clearance by its number': () => ({
		sql: `insert or replace into clearance select jurisdiction_id, 'c2', matter_id, version_id, content_sha256, kind, opinion_id, number, signed_by, post_id, issued_at, expires_at, explanation, key_id, signature from clearance`,
	}),
	'replace the end of a clearance': (g) => ({ before: ENDED, sql: replaced(state(g, g.clearance)) }),
	'replace a live row': (g) => ({
		sql: replaced(live(g, g.clearance, g.matter, g.version, g.hash)),
	}),
	'replace a meeting': () => ({ sql: 'insert or replace into meeting select * from meeting' }),
	'replace an item': (g) => ({
		sql: `insert or replace into agenda_item select * from agenda_item where id = '${g.otherItem}'`,
	}),
	'replace what was decided': (g) => ({
		before: outcome(g, g.item, `'${g.matter}'`, `'${g.clearance}'`, 'not-passed'),
		sql: replaced(outcome(g, g.item, `'${g.matter}'`, `'${g.clearance}'`)),
	}),
	'replace an entry': (g) => ({
		sql: `insert or replace into audit_entry select jurisdiction_id, stream, seq, prev, hash, 'forged', at, kind, outcome, actor_id, matter_id, mac from audit_entry where stream = 'matter/${g.matter}' and seq = 1`,
	}),
	'replace an entry by its hash': (g) => ({
		sql: `insert or replace into audit_entry select jurisdiction_id, stream, seq + 900, prev, hash, 'forged', at, kind, outcome, actor_id, matter_id, mac from audit_entry where stream = 'matter/${g.matter}' and seq = 1`,
	}),
	'replace a stream’s head': (g) => ({
		sql: `insert or replace into audit_stream select jurisdiction_id, stream, 0, '${FORGED}' from audit_stream where stream = 'matter/${g.matter}'`,
	}),
	'move a row aside': (g) => ({ sql: `update matter set rowid = 7777 where id = '${g.other}'` }),
	'move a clearance’s row aside': () => ({ sql: 'update clearance set rowid = 7777' }),
	'move a meeting’s row aside': () => ({ sql: 'update meeting set rowid = 7777' }),
}

/** Statements that only PostgreSQL knows: TRUNCATE fires no row trigger. */
export const POSTGRESQL_ATTACKS: Record<string, Attack> = Object.fromEntries(
	[
		'audit_entry',
		'audit_stream',
		'agenda_listing',
		'agenda_outcome',
		'agenda_item',
		'meeting',
		'clearance_live',
		'clearance_state',
		'clearance',
		'version_file',
		'draft_version',
		'matter',
		'opinion',
		'command_receipt',
	].map((table): [string, Attack] => [`truncate ${table}`, () => ({ sql: `truncate ${table} cascade` })]),
)
