import { redirect } from '@remix-run/node'

/** Everyone lands on "whose turn is it". */
export function loader() {
	return redirect('/work')
}
