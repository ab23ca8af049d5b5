import type { LoaderFunctionArgs } from '@remix-run/node'
import { imageAskedOf, imageResponse } from '#app/http/image-response.server.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readDraftImage } from '#app/services/files/read-draft-image.server.ts'

/** An image that stands in a draft of this matter. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const asked = imageAskedOf(args.params)
	return imageResponse(pageOrThrow(await readDraftImage(shell, actor, matterIdOf(args.params), asked)))
}
