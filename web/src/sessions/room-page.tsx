import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../api/types';
import { useBooking } from '../scheduling/asks';
import { Answer } from '../ui/answer';
import { BackLink, Page } from '../ui/page';
import type { Call } from './call';
import { CallView } from './call-view';
import { closeMedia } from './media';
import { PreJoin } from './pre-join';
import { useCall } from './use-call';
import { useMedia } from './use-media';

export function RoomPage() {
  const { id } = useParams({ from: '/bookings/$id/room' });
  const booking = useBooking(id, 15_000);
  return <Answer of={booking}>{(value) => <Room booking={value} />}</Answer>;
}

function Room({ booking }: { booking: Booking }) {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const [inside, setInside] = useState(false);
  const current = useRef<Call | null>(null);
  const media = useMedia((stream) => void current.current?.carry(stream));
  const { call, view } = useCall(booking.id, inside ? media.stream : null);
  useEffect(() => {
    current.current = call;
  }, [call]);
  // Where the room is closed nobody sees or hears any more: the light of the camera goes out.
  const over = view !== null && view.closed !== null;
  useEffect(() => {
    if (over) closeMedia(media.stream);
  }, [over, media.stream]);

  if (inside && call && view && media.stream) {
    return (
      <CallView
        booking={booking}
        call={call}
        view={view}
        media={media}
        onAgain={() => {
          media.close();
          setInside(false);
        }}
        onLeave={() => {
          call.leave();
          setInside(false);
          void navigate({ to: '/bookings/$id', params: { id: booking.id } });
        }}
      />
    );
  }
  return (
    <Page
      title={t('join.title')}
      back={
        <BackLink to="/bookings/$id" params={{ id: booking.id }}>
          {t('join.back')}
        </BackLink>
      }
    >
      <PreJoin booking={booking} media={media} onJoin={() => setInside(true)} />
    </Page>
  );
}
