import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Arrived } from './tracks';

/** The tracks of a stream, each once, as the browser keeps them. */
class FakeStream {
  private readonly tracks = new Set<MediaStreamTrack>();
  addTrack(track: MediaStreamTrack): void {
    this.tracks.add(track);
  }
  removeTrack(track: MediaStreamTrack): void {
    this.tracks.delete(track);
  }
  getTracks(): MediaStreamTrack[] {
    return [...this.tracks];
  }
}

const track = (id: string): MediaStreamTrack => ({ id }) as MediaStreamTrack;
const CAMERA = 'stream of the devices';
const SCREEN = 'stream of the screen';
const [sound, picture, shown] = [track('sound'), track('picture'), track('screen')];

describe('what came from the other side', () => {
  let arrived: Arrived;
  beforeEach(() => {
    vi.stubGlobal('MediaStream', FakeStream);
    arrived = new Arrived();
    arrived.take(sound, CAMERA);
    arrived.take(picture, CAMERA);
  });

  it('is no screen as long as none was named', () => {
    arrived.take(shown, SCREEN);
    expect(arrived.screen).toBeNull();
    expect(arrived.remote.getTracks()).toEqual([sound, picture, shown]);
  });

  it.each([
    ['the name before the track', () => (arrived.expectScreen(SCREEN), arrived.take(shown, SCREEN))],
    ['the track before the name', () => (arrived.take(shown, SCREEN), arrived.expectScreen(SCREEN))],
  ])('is told apart where it comes as %s', (_, come) => {
    come();
    expect(arrived.screen).toBe(shown);
    expect(arrived.remote.getTracks()).toEqual([sound, picture]);
  });

  it('is no screen while only its name has come', () => {
    arrived.expectScreen(SCREEN);
    expect(arrived.screen).toBeNull();
    expect(arrived.remote.getTracks()).toEqual([sound, picture]);
  });

  it('has each track once, however often it comes', () => {
    arrived.expectScreen(SCREEN);
    for (let time = 0; time < 2; time += 1) {
      arrived.take(picture, CAMERA);
      arrived.take(shown, SCREEN);
    }
    expect(arrived.screen).toBe(shown);
    expect(arrived.remote.getTracks()).toEqual([sound, picture]);
  });

  it('follows a screen that comes again under another name', () => {
    arrived.expectScreen(SCREEN);
    arrived.take(shown, SCREEN);
    arrived.take(shown, 'the same way, used anew');
    expect(arrived.screen).toBeNull();
    arrived.expectScreen('the same way, used anew');
    expect(arrived.screen).toBe(shown);
    expect(arrived.remote.getTracks()).toEqual([sound, picture]);
  });

  it('gives the same stream all along, so that what plays it goes on', () => {
    const { remote } = arrived;
    arrived.expectScreen(SCREEN);
    arrived.take(shown, SCREEN);
    expect(arrived.remote).toBe(remote);
  });
});
