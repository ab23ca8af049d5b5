import type { TestShell } from './open-test-shell.ts'
import type { DrawnMatter, WideDistrict } from './wide-district.ts'

/** Writes the agenda items of a drawn matter, and what was said of the consent to the open one. */
export async function writeItems(
	shell: TestShell,
	district: WideDistrict,
	matterId: string,
	drawn: DrawnMatter,
): Promise<void> {
	await writeOrder(shell, district, matterId, drawn)
	const { closedItems, openItem } = drawn
	let id = ''
	for (const [at, { organ, state }] of [...closedItems, ...(openItem ? [openItem] : [])].entries()) {
		id = shell.newId()
		await shell.db.agendaItem.create({
			data: {
				jurisdictionId: district.jurisdictionId,
				id,
				organId: district.organ(organ),
				matterId,
				kind: 'decision',
				title: '某事项',
				state,
				position: 0,
				proposedBy: 'ben',
				postId: 'post',
				proposedAt: new Date(shell.now().getTime() + at),
			},
		})
	}
	if (openItem) await writeConsents(shell, district, matterId, id, drawn)
}

/** Writes the steps of an emergency order. */
async function writeOrder(
	shell: TestShell,
	{ jurisdictionId }: WideDistrict,
	matterId: string,
	{ emergency }: DrawnMatter,
): Promise<void> {
	const version = await shell.db.draftVersion.findFirst({
		where: { matterId },
		orderBy: { versionNo: 'desc' },
	})
	for (const { step, leaderId, isOnCurrent } of emergency)
		await shell.db.emergencyStep.create({
			data: {
				...{ jurisdictionId, id: shell.newId(), matterId, step, leaderId, leaderName: '某某' },
				versionId: version?.id ?? 'version',
				contentSha256: isOnCurrent ? (version?.contentSha256 ?? 'none') : 'another',
				words: '汛情',
				ground: '某条',
				doneOn: step === 'filed' ? '2026-11-20' : null,
				recordedBy: leaderId,
				postId: 'post',
				recordedAt: shell.now(),
			},
		})
}

async function writeConsents(
	shell: TestShell,
	{ jurisdictionId }: WideDistrict,
	matterId: string,
	agendaItemId: string,
	{ consents }: DrawnMatter,
): Promise<void> {
	const version = await shell.db.draftVersion.findFirst({
		where: { matterId },
		orderBy: { versionNo: 'desc' },
	})
	for (const [at, { leaderId, isGiven, isOnCurrent, isPaper }] of consents.entries()) {
		const isFiled = isGiven === true && isPaper
		await shell.db.leaderConsent.create({
			data: {
				jurisdictionId,
				id: shell.newId(),
				agendaItemId,
				matterId,
				versionId: version?.id ?? 'version',
				contentSha256: isOnCurrent ? (version?.contentSha256 ?? 'none') : 'another',
				isGiven,
				leaderId: isFiled ? null : leaderId,
				leaderName: '某某',
				signedOn: isGiven === null ? null : '2026-11-20',
				words: isGiven === false ? '再议' : '',
				...(isFiled ? { fileName: 'a.pdf', fileSha256: 'f'.repeat(64), mediaType: 'application/pdf' } : {}),
				recordedBy: isGiven === null ? 'ben' : leaderId,
				postId: 'post',
				recordedAt: new Date(shell.now().getTime() + 100 + at),
			},
		})
	}
}
