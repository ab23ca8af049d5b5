import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { REDLINE_PAPERS } from '#app/documents/papers/paper-facts.ts'
import { fileResponse } from '#app/http/file-response.server.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { writeRedlinePaper } from '#app/services/redline-papers/write-redline-paper.server.ts'

const versionNo = z.coerce.number().int().min(1).max(1_000_000)
/** The older text: a version, the matter whose decided text it is, or a published document. */
const older = z.union([
	versionNo.transform((from) => ({ from })),
	named('with').transform((id) => ({ with: id })),
	named('document').transform((id) => ({ document: id })),
])
const Params = z.object({ from: older, to: versionNo, paper: z.enum(REDLINE_PAPERS) })

function named(what: 'with' | 'document') {
	return z
		.string()
		.startsWith(`${what}-`)
		.transform((place) => place.slice(what.length + 1))
		.pipe(z.uuid())
}

/** 花脸稿 or 修改对照表 of a version and an older text, for whoever may see both on the redline page. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const { from, to, paper } = params.data
	const asked = { ...from, to, paper }
	const written = await writeRedlinePaper(shell, actor, matterIdOf(args.params), asked)
	return fileResponse(pageOrThrow(written), 'attachment')
}
