import type { TestShell } from './open-test-shell.ts'
import type { DrawnMatter } from './wide-district.ts'

type Own = { readonly jurisdictionId: string; readonly matterId: string }

/** Whether somebody declared an interest in the matter as counsel: the database lets them do nothing more. */
export async function hasInterest(shell: TestShell, own: Own, personId: string): Promise<boolean> {
	return (await shell.db.interestDeclaration.count({ where: { ...own, personId, hasInterest: true } })) > 0
}

/** Who declares an interest as counsel is assigned no longer; nobody who did is assigned again. */
export async function writeAssignment(
	shell: TestShell,
	own: Own,
	{ role, personId, isEnded, hasInterest: declared }: DrawnMatter['assignments'][number],
): Promise<void> {
	const at = shell.now()
	const said = role === 'counsel' ? declared : null
	if (role === 'counsel' && (await hasInterest(shell, own, personId))) return
	const assignmentId = shell.newId()
	await shell.db.assignment.create({
		data: {
			...own,
			id: assignmentId,
			role,
			personId,
			assignedBy: 'ben',
			assignedAt: at,
			endedAt: isEnded || said === true ? at : null,
		},
	})
	if (said === null) return
	await shell.db.interestDeclaration.create({
		data: {
			...own,
			id: shell.newId(),
			assignmentId,
			personId,
			hasInterest: said,
			words: said ? '任其法律顾问' : null,
			postId: 'post',
			declaredAt: at,
		},
	})
}

export async function writeRecusals(shell: TestShell, own: Own, { recusals }: DrawnMatter): Promise<void> {
	for (const { personId, isGranted } of recusals) {
		const id = shell.newId()
		const request = { ...own, id, personId, ground: '有利害关系', postId: 'post', requestedAt: shell.now() }
		await shell.db.recusalRequest.create({ data: request })
		if (isGranted === null) continue
		const { jurisdictionId } = own
		const decision = {
			jurisdictionId,
			requestId: id,
			isGranted,
			reason: '属实',
			decidedBy: 'dou',
			postId: 'post',
		}
		await shell.db.recusalDecision.create({ data: { ...decision, decidedAt: shell.now() } })
	}
}
