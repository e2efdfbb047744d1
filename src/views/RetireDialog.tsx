import { RetireView, type View } from '../../contract/views.ts'
import { ActDialog } from '../acts/ActDialog.tsx'

type Props = { view: View; onClose: () => void; onDone: () => void }

export const RetireDialog = ({ view, onClose, onDone }: Props) => (
  <ActDialog
    noun="views"
    verb="retire"
    record={view}
    name={view.name}
    schema={RetireView}
    draft={{}}
    onDraft={() => undefined}
    onClose={onClose}
    onDone={onDone}
  />
)
