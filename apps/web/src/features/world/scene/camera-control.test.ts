import { describe, expect, it } from 'vitest';
import { NO_INSETS, type Stage } from './camera.ts';
import { CameraControl } from './camera-control.ts';

const stage: Stage = { width: 960, height: 600, insets: NO_INSETS };
const map = { width: 100, height: 100 };
const control = (isStill = false): CameraControl => new CameraControl({ map, stage, isStill: () => isStill });
const me = { x: 50, y: 50 };

describe('the camera that follows', () => {
  it('is on oneself with the first sight, without a glide', () => {
    expect(control().update(16, me)).toEqual({ ...me, zoom: 1.5 });
  });

  it('follows a walk exactly', () => {
    const camera = control();
    camera.update(16, me);
    expect(camera.update(16, { x: 50.1, y: 50 }).x).toBe(50.1);
  });

  it('stays where it was dragged to until told to follow, then glides back', () => {
    const camera = control();
    camera.update(16, me);
    camera.pan(480, 0);
    expect(camera.update(16, me).x).toBe(40);
    camera.follow();
    const first = camera.update(16, me).x;
    expect(first).toBeGreaterThanOrEqual(40);
    expect(first).toBeLessThan(45);
    for (let frame = 0; frame < 60; frame += 1) camera.update(16, me);
    expect(camera.camera().x).toBe(50);
  });

  it('lets the picture slide along when a panel opens: nothing jumps', () => {
    const camera = control();
    camera.update(16, me);
    camera.setStage({ ...stage, insets: { ...NO_INSETS, right: 400 } });
    // What lay in the new middle, 200 px to the left, still does in the first picture after it.
    expect(camera.update(0, me).x).toBeCloseTo(50 - 200 / 48);
    for (let frame = 0; frame < 60; frame += 1) camera.update(16, me);
    expect(camera.camera().x).toBe(50);
  });

  it('cuts for those who prefer stillness', () => {
    const camera = control(true);
    camera.update(16, me);
    camera.setStage({ ...stage, insets: { ...NO_INSETS, right: 400 } });
    expect(camera.update(16, me).x).toBe(50);
    camera.zoomBy(2);
    expect(camera.update(16, me).zoom).toBe(3);
  });

  it('keeps the zoom within its bounds and can go back to the first one', () => {
    const camera = control(true);
    camera.zoomBy(100);
    expect(camera.update(16, me).zoom).toBe(3);
    camera.zoomBy(0.001);
    expect(camera.update(16, me).zoom).toBe(0.5);
    camera.resetZoom();
    expect(camera.update(16, me).zoom).toBe(1.5);
  });
});
