/**
 * What came from the other side: camera and microphone in one stream, the screen in another. Which of the two a track is, is
 * told by the name of the stream that it came in; that name and the track come by ways of their own, in either order.
 */
export class Arrived {
  readonly remote = new MediaStream();
  private readonly tracks = new Map<MediaStreamTrack, string>();
  private screenName: string | null = null;

  /** A track that came again keeps its place under its newest name. */
  take(track: MediaStreamTrack, stream: string): void {
    this.tracks.set(track, stream);
    this.sort();
  }

  expectScreen(stream: string): void {
    this.screenName = stream;
    this.sort();
  }

  get screen(): MediaStreamTrack | null {
    for (const [track, stream] of this.tracks) if (stream === this.screenName) return track;
    return null;
  }

  private sort(): void {
    for (const [track, stream] of this.tracks) {
      if (stream === this.screenName) this.remote.removeTrack(track);
      else this.remote.addTrack(track);
    }
  }
}
