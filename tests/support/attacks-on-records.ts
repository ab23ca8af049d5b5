import { type Attack, outcome, FORGED, NOW } from './attack-statements.ts'

/** Statements that would bend a record: a matter, an item, a meeting, what was decided, the trail, an opinion. */
export const RECORD_ATTACKS: Record<string, Attack> = {
	'delete a matter': (g) => ({ sql: `delete from matter where id = '${g.other}'` }),
	'give a matter another id': (g) => ({ sql: `update matter set id = 'm2' where id = '${g.other}'` }),
	'give a matter another case number': (g) => ({
		sql: `update matter set case_number = '2020-0001' where id = '${g.other}'`,
	}),
	'point an item at another matter': (g) => ({
		sql: `update agenda_item set matter_id = '${g.other}' where id = '${g.item}'`,
	}),
	'make a decision a plain slot': (g) => ({
		sql: `update agenda_item set kind = 'study' where id = '${g.item}'`,
	}),
	'move an item to no meeting': (g) => ({
		before: 'delete from agenda_listing',
		sql: `update agenda_item set meeting_id = null where id = '${g.item}'`,
	}),
	'delete an item': (g) => ({
		before: 'delete from agenda_listing',
		sql: `delete from agenda_item where id = '${g.item}'`,
	}),
	'unfix an agenda': () => ({
		before: "update meeting set state = 'fixed'",
		sql: "update meeting set state = 'preparing'",
	}),
	'hold a meeting that was never fixed': () => ({ sql: "update meeting set state = 'held'" }),
	'close a meeting that was never held': () => ({
		before: "update meeting set state = 'fixed'",
		sql: "update meeting set state = 'closed'",
	}),
	'open a closed record': () => ({
		before:
			"update meeting set state = 'fixed'; update meeting set state = 'held'; update meeting set state = 'closed'",
		sql: "update meeting set state = 'held'",
	}),
	'delete a meeting': () => ({ before: 'delete from agenda_listing', sql: 'delete from meeting' }),
	'decide what is not listed': (g) => ({
		before: 'delete from agenda_listing',
		sql: outcome(g, g.item, `'${g.matter}'`, `'${g.clearance}'`),
	}),
	'defer what is not listed': (g) => ({
		before: 'delete from agenda_listing',
		sql: outcome(g, g.item, `'${g.matter}'`, `'${g.clearance}'`, 'deferred'),
	}),
	'decide on the clearance of another': (g) => ({
		sql: outcome(g, g.otherItem, `'${g.other}'`, `'${g.clearance}'`),
	}),
	'decide a matter as if it were none': (g) => ({ sql: outcome(g, g.otherItem, 'null', 'null') }),
	'change what was decided': (g) => ({
		before: outcome(g, g.item, `'${g.matter}'`, `'${g.clearance}'`, 'not-passed'),
		sql: "update agenda_outcome set outcome = 'passed'",
	}),
	'forget what was decided': (g) => ({
		before: outcome(g, g.item, `'${g.matter}'`, `'${g.clearance}'`, 'not-passed'),
		sql: 'delete from agenda_outcome',
	}),
	'edit the trail': () => ({ sql: "update audit_entry set leaf = 'x'" }),
	'delete from the trail': () => ({ sql: 'delete from audit_entry' }),
	'delete the end of the trail': (g) => ({
		sql: `delete from audit_entry where stream = 'matter/${g.matter}' and seq > 3`,
	}),
	'fork the trail': (g) => ({
		sql: `insert into audit_entry (jurisdiction_id, stream, seq, prev, hash, leaf, at, kind, outcome) select jurisdiction_id, stream, 900, prev, '${FORGED}', 'x', at, kind, outcome from audit_entry where stream = 'matter/${g.matter}' and seq = 2`,
	}),
	'leave a gap in the trail': (g) => ({
		sql: `insert into audit_entry (jurisdiction_id, stream, seq, prev, hash, leaf, at, kind, outcome) values ('${g.j}','matter/${g.matter}',900,'${'0'.repeat(64)}','${FORGED}','x',${NOW},'x','done')`,
	}),
	'move a stream’s head': () => ({ sql: `update audit_stream set seq = 1, hash = '${FORGED}'` }),
	'forget a stream': () => ({ sql: 'delete from audit_stream' }),
	'edit an answer that was given': () => ({ sql: "update command_receipt set answer = 'x'" }),
	'forget that a form was answered': () => ({ sql: 'delete from command_receipt' }),
	'edit an opinion': () => ({ sql: "update opinion set conclusion = 'unlawful'" }),
	'delete an opinion': () => ({ sql: 'delete from opinion' }),
	'delete what an opinion said': () => ({ sql: 'delete from opinion_point' }),
	'edit the reviewer’s word on a step': () => ({ sql: "update opinion_step set verdict = 'confirmed'" }),
	'edit the answer to a step': () => ({ sql: "update step_answer set facts = '{}'" }),
	'edit a counsel’s opinion': () => ({ sql: "update counsel_opinion set conclusion = 'unlawful'" }),
	'edit a material': () => ({ sql: "update material set name = 'x'" }),
}
