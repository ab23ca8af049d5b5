import {
	type Attack,
	newVersion,
	listing,
	clearance,
	state,
	live,
	own,
	meetingBecomes,
	ENDED,
	FORGED,
} from './attack-statements.ts'

/** Statements that would bring an uncleared text onto an agenda. Each must be refused. */
export const GATE_ATTACKS: Record<string, Attack> = {
	'list a matter with a clearance that does not exist': (g) => ({
		sql: listing(g, 'none', g.other, g.otherVersion, g.otherHash),
	}),
	'list a matter with the clearance of another': (g) => ({
		sql: listing(g, g.clearance, g.other, g.otherVersion, g.otherHash),
	}),
	'list another hash than the cleared one': (g) => ({
		before: 'delete from agenda_listing',
		sql: listing(g, g.clearance, g.matter, g.version, FORGED, g.item),
	}),
	'list another version than the cleared one': (g) => ({
		before: 'delete from agenda_listing',
		sql: listing(g, g.clearance, g.matter, g.otherVersion, g.hash, g.item),
	}),
	'list a matter under the item of another': (g) => ({
		before: 'delete from agenda_listing',
		sql: listing(g, g.clearance, g.matter, g.version, g.hash, g.otherItem),
	}),
	'list a matter twice': (g) => ({ sql: listing(g, g.clearance, g.matter, g.version, g.hash, g.otherItem) }),
	'list with a clearance that has ended': (g) => ({ before: ENDED, sql: own(g) }),
	'list with a clearance that has run out': (g) => ({
		before: [
			clearance(g, 'c2', g.otherVersion, g.otherHash, "'2020-01-01T00:00:00.000+00:00'"),
			state(g, 'c2'),
			live(g, 'c2', g.other, g.otherVersion, g.otherHash),
		].join(';'),
		sql: listing(g, 'c2', g.other, g.otherVersion, g.otherHash),
	}),
	'point a listing at another matter': (g) => ({
		sql: `update agenda_listing set matter_id = '${g.other}', version_id = '${g.otherVersion}', content_sha256 = '${g.otherHash}'`,
	}),
	'turn a listing by an upsert': (g) => ({
		sql: `${own(g)} on conflict (jurisdiction_id, agenda_item_id) do update set matter_id = '${g.other}'`,
	}),
	'list into a fixed agenda': (g) => ({ before: meetingBecomes('fixed'), sql: own(g) }),
	'list into a meeting that is held': (g) => ({ before: meetingBecomes('fixed', 'held'), sql: own(g) }),
	'list into a meeting that is closed': (g) => ({
		before: meetingBecomes('fixed', 'held', 'closed'),
		sql: own(g),
	}),
	'list into a meeting that is cancelled': (g) => ({ before: meetingBecomes('cancelled'), sql: own(g) }),
	'change the text under a listing': (g) => ({
		before: newVersion(g, 'v2', 9),
		sql: `update matter set current_version_id = 'v2' where id = '${g.matter}'`,
	}),
	'change the text under a live clearance': (g) => ({
		before: `delete from agenda_listing; ${newVersion(g, 'v2', 9)}`,
		sql: `update matter set current_version_id = 'v2' where id = '${g.matter}'`,
	}),
	'change the text by an upsert': (g) => ({
		before: newVersion(g, 'v2', 9),
		sql: `insert into matter select * from matter where id = '${g.matter}' on conflict (jurisdiction_id, id) do update set current_version_id = 'v2'`,
	}),
	'take the text away from under a clearance': (g) => ({
		before: 'delete from agenda_listing',
		sql: `update matter set current_version_id = null where id = '${g.matter}'`,
	}),
	'take the text away, to give an older one': (g) => ({
		sql: `update matter set current_version_id = null where id = '${g.other}'`,
	}),
	'take over the text of another matter': (g) => ({
		sql: `update matter set current_version_id = '${g.version}' where id = '${g.other}'`,
	}),
	'move a text back': (g) => ({
		before: `${ENDED}; ${newVersion(g, 'v2', 9)}; update matter set current_version_id = 'v2' where id = '${g.matter}'`,
		sql: `update matter set current_version_id = '${g.version}' where id = '${g.matter}'`,
	}),
	'edit the cleared text': (g) => ({ sql: `update draft_version set text = 'x' where id = '${g.version}'` }),
	'edit the cleared hash': (g) => ({
		sql: `update draft_version set content_sha256 = '${FORGED}' where id = '${g.version}'`,
	}),
	'give a version to another matter': (g) => ({
		sql: `update draft_version set matter_id = '${g.other}' where id = '${g.version}'`,
	}),
	'delete a version': (g) => ({ sql: `delete from draft_version where id = '${g.version}'` }),
	'edit a file of the cleared text': (g) => ({
		sql: `update version_file set sha256 = '${FORGED}' where version_id = '${g.version}'`,
	}),
	'delete a file of the cleared text': (g) => ({
		sql: `delete from version_file where version_id = '${g.version}'`,
	}),
	'add a file to the cleared text': (g) => ({
		sql: `insert into version_file (jurisdiction_id, version_id, position, role, name, size, sha256, media_type, secrecy) values ('${g.j}','${g.version}',9,'annex','x.txt',1,'${FORGED}','text/plain','internal')`,
	}),
	'end the live row while listed': () => ({ sql: 'delete from clearance_live' }),
	'point the live row at another text': (g) => ({
		before: 'delete from agenda_listing',
		sql: `update clearance_live set matter_id = '${g.other}', version_id = '${g.otherVersion}', content_sha256 = '${g.otherHash}'`,
	}),
	'let a clearance live for another text': (g) => ({
		before: 'delete from agenda_listing; delete from clearance_live',
		sql: live(g, g.clearance, g.other, g.otherVersion, g.otherHash),
	}),
	'let a clearance live that does not exist': (g) => ({
		sql: live(g, 'none', g.other, g.otherVersion, g.otherHash),
	}),
	'void a clearance that is live': () => ({ sql: "update clearance_state set state = 'void'" }),
	'revive a clearance': () => ({ before: ENDED, sql: "update clearance_state set state = 'valid'" }),
	'revive a clearance by another of its ends': () => ({
		before: ENDED,
		sql: "update clearance_state set state = 'consumed'",
	}),
	'revive a clearance by an upsert': (g) => ({
		before: ENDED,
		sql: `${state(g, g.clearance)} on conflict (jurisdiction_id, clearance_id) do update set state = 'valid'`,
	}),
	'live again after the end': (g) => ({
		before: ENDED,
		sql: live(g, g.clearance, g.matter, g.version, g.hash),
	}),
	'forget that a clearance ended': () => ({ before: ENDED, sql: 'delete from clearance_state' }),
	'begin a clearance at its end': (g) => ({
		before: clearance(g, 'c2', g.otherVersion, g.otherHash),
		sql: state(g, 'c2', 'consumed'),
	}),
	'edit a clearance': (g) => ({ sql: `update clearance set matter_id = '${g.other}'` }),
	'edit a clearance’s explanation': () => ({ sql: "update clearance set explanation = 'x'" }),
	'edit when a clearance runs out': () => ({ sql: 'update clearance set expires_at = null' }),
	'delete a clearance': () => ({
		before: 'delete from agenda_listing; delete from clearance_live',
		sql: 'delete from clearance',
	}),
	'exempt a normative document from review': (g) => ({
		sql: clearance(g, 'c2', g.version, g.hash).replace(`'${g.other}'`, `'${g.matter}'`),
	}),
	'give an exempt paper a track that is reviewed': (g) => ({
		before: `${clearance(g, 'c2', g.otherVersion, g.otherHash)};${state(g, 'c2')};${live(g, 'c2', g.other, g.otherVersion, g.otherHash)}`,
		sql: `insert into matter_track (jurisdiction_id, matter_id, track) values ('${g.j}','${g.other}','normative-document')`,
	}),
	'clear the text of another matter': (g) => ({ sql: clearance(g, 'c2', g.version, g.hash) }),
	'clear an older text': (g) => ({
		before: `${newVersion({ ...g, matter: g.other }, 'v2', 9)}; update matter set current_version_id = 'v2' where id = '${g.other}'`,
		sql: clearance(g, 'c2', g.otherVersion, g.otherHash),
	}),
}
