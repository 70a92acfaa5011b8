/** Everything that pages are built from. Styles come from `@metaverse/ui/styles.css`, once, in the app's entry. */
export { Composer } from './chat/Composer.tsx';
export type { ComposerProps } from './chat/Composer.tsx';
export { DaySeparator } from './chat/DaySeparator.tsx';
export { JumpButton } from './chat/JumpButton.tsx';
export { MessageRow } from './chat/MessageRow.tsx';
export type { Delivery, MessageRowProps } from './chat/MessageRow.tsx';
export { RoomChip } from './chat/RoomChip.tsx';
export { RoomRow } from './chat/RoomRow.tsx';
export { TypingLine } from './chat/TypingLine.tsx';
export { UnreadLine } from './chat/UnreadLine.tsx';

export { Button } from './controls/Button.tsx';
export type { ButtonKind, ButtonProps, ButtonSize } from './controls/Button.tsx';
export { Checkbox } from './controls/Checkbox.tsx';
export { Field } from './controls/Field.tsx';
export { IconButton } from './controls/IconButton.tsx';
export { PasswordInput } from './controls/PasswordInput.tsx';
export { RadioCards } from './controls/RadioCards.tsx';
export type { RadioCard } from './controls/RadioCards.tsx';
export { SearchField } from './controls/SearchField.tsx';
export { Segmented } from './controls/Segmented.tsx';
export { Select } from './controls/Select.tsx';
export type { SelectOption } from './controls/Select.tsx';
export { Switch } from './controls/Switch.tsx';
export { Textarea } from './controls/Textarea.tsx';
export { TextInput } from './controls/TextInput.tsx';

export { Banner } from './feedback/Banner.tsx';
export { EmptyState } from './feedback/EmptyState.tsx';
export { ErrorState } from './feedback/ErrorState.tsx';
export { Bone, Skeleton } from './feedback/Skeleton.tsx';
export { Spinner } from './feedback/Spinner.tsx';
export { ToastProvider, useToast } from './feedback/Toasts.tsx';
export type { ToastContent } from './feedback/Toasts.tsx';
export { UiProvider } from './feedback/UiProvider.tsx';

export { ConfirmDialog } from './overlays/ConfirmDialog.tsx';
export { Dialog } from './overlays/Dialog.tsx';
export { Menu } from './overlays/Menu.tsx';
export type { MenuAction, MenuEntry } from './overlays/Menu.tsx';
export { Sheet } from './overlays/Sheet.tsx';
export type { SheetSize } from './overlays/Sheet.tsx';
export { Tooltip } from './overlays/Tooltip.tsx';

export { NavLink } from './page/NavLink.tsx';
export { PageHeader } from './page/PageHeader.tsx';
export { TopBar } from './page/TopBar.tsx';

export { PersonRow } from './people/PersonRow.tsx';
export { Portrait } from './people/Portrait.tsx';
export type { PortraitSize } from './people/Portrait.tsx';
export { PortraitGroup } from './people/PortraitGroup.tsx';
export type { Face } from './people/PortraitGroup.tsx';
export type { Look } from './people/portrait-image.ts';
export { PresenceDot } from './people/PresenceDot.tsx';
export { presenceLabels } from './people/presence.ts';
export type { Presence } from './people/presence.ts';

export { Door } from './places/Door.tsx';
export { Logo } from './places/Logo.tsx';
export { Mark } from './places/Mark.tsx';
export { SpaceCard } from './places/SpaceCard.tsx';

export { Dock, DockLine } from './space/Dock.tsx';
export { DockButton } from './space/DockButton.tsx';
export { Nameplate } from './space/Nameplate.tsx';
export { NameplatePeople } from './space/NameplatePeople.tsx';
export { Panel } from './space/Panel.tsx';
export { PanelHeader } from './space/PanelHeader.tsx';
export { TitleButton } from './space/TitleButton.tsx';

export { Count } from './text/Count.tsx';
export { Glyph } from './text/Glyph.tsx';
export type { IconType } from './text/Glyph.tsx';
export { Kbd } from './text/Kbd.tsx';
export { LiveCount } from './text/LiveCount.tsx';
export { Tag } from './text/Tag.tsx';
export type { Tone } from './text/Tag.tsx';
export { VisuallyHidden } from './text/VisuallyHidden.tsx';

export { applyTheme, followSystemTheme, storedTheme, themes, useTheme } from './theme/theme.ts';
export type { Theme } from './theme/theme.ts';
