import { IconButton } from '@metaverse/ui';
import { IconCurrentLocation, IconMinus, IconPlus } from '@tabler/icons-react';
import { ZOOM_STEP } from '../scene/camera.ts';
import type { CameraControl } from '../scene/camera-control.ts';

/** What the wheel, pinching and dragging do, for everybody else. */
export const ZoomControls = ({ control }: { readonly control: CameraControl }) => (
  <div
    role="group"
    aria-label="View"
    data-bordered
    className="flex flex-col rounded-panel bg-surface p-1 shadow-float ground-surface max-sm:hidden"
  >
    <IconButton icon={IconPlus} label="Zoom in" keys="+" size="compact" tooltipSide="right" onClick={() => control.zoomBy(ZOOM_STEP)} />
    <IconButton
      icon={IconMinus}
      label="Zoom out"
      keys="−"
      size="compact"
      tooltipSide="right"
      onClick={() => control.zoomBy(1 / ZOOM_STEP)}
    />
    <IconButton icon={IconCurrentLocation} label="Follow me" size="compact" tooltipSide="right" onClick={() => control.follow()} />
  </div>
);
