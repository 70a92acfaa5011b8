import { Logo, MessageRow, NavLink, Portrait, PortraitGroup, PresenceDot, SpaceCard, TopBar, presenceLabels } from '../src/index.ts';
import type { Presence } from '../src/index.ts';
import { Anchor } from './Anchor.tsx';
import { ButtonSection, InputSection } from './ControlSections.tsx';
import { BadgeSection, BannerSection, EmptySection, LoadingSection, OverlaySection } from './FeedbackSections.tsx';
import { Section } from './Section.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { ines, people, person } from './people.ts';

const presences: readonly Presence[] = ['online', 'away', 'busy', 'dnd', 'offline'];
const sizes = [20, 24, 32, 36, 48, 64] as const;

const PeopleSection = () => (
  <Section title="Presence">
    <div className="flex gap-5">
      {presences.map((presence, index) => (
        <div key={presence} className="grid w-14 justify-items-center gap-2 text-center text-12 font-semibold">
          <Portrait {...person(index)} size={48} presence={presence} />
          <span className="flex items-center gap-1">
            <PresenceDot presence={presence} isNamed={false} />
            {presenceLabels[presence]}
          </span>
        </div>
      ))}
    </div>
    <div className="mt-5 flex flex-wrap items-end gap-3">
      {sizes.map((size) => (
        <Portrait key={size} {...person(5)} size={size} presence="online" />
      ))}
      <Portrait {...ines} size={48} isMine />
      <Portrait name="Łucja Nowak" size={48} />
      <PortraitGroup people={people} total={9} most={4} size={32} />
    </div>
  </Section>
);

const MessageSection = () => (
  <Section title="Message states">
    <div className="-mx-4">
      <MessageRow author={ines} time="10:21" dateTime="2026-11-20T10:21" fullTime="20 November 2026, 10:21" delivery="sending">
        Gate 2 needs the larger type too.
      </MessageRow>
      <MessageRow
        author={ines}
        time="10:22"
        dateTime="2026-11-20T10:22"
        fullTime="20 November 2026, 10:22"
        delivery="failed"
        onRetry={() => undefined}
      >
        And the map link is broken.
      </MessageRow>
      <MessageRow author={person(3)} time="10:24" dateTime="2026-11-20T10:24" fullTime="20 November 2026, 10:24" delivery="sent">
        On my way over.
      </MessageRow>
    </div>
  </Section>
);

const CardSection = () => (
  <Section title="Spaces" isWide>
    <div className="grid gap-6 md:grid-cols-2">
      <SpaceCard
        name="Rooftop garden"
        line="Lantern · for anyone in the team"
        link={<Anchor href="#garden" />}
        people={people}
        insideCount={3}
      />
      <SpaceCard name="Critique barn" line="Design · Tuesdays and Thursdays" link={<Anchor href="#barn" />} isPrivate />
    </div>
  </Section>
);

/** Every component in its states. */
export const StatesPage = () => (
  <>
    <TopBar
      brand={
        <a href="#home" className="rounded-inner no-underline">
          <Logo />
        </a>
      }
      end={<ThemeSwitch />}
    >
      <NavLink isCurrent>
        <a href="#spaces">Spaces</a>
      </NavLink>
      <NavLink isCurrent={false}>
        <a href="?page=chat">Chat</a>
      </NavLink>
    </TopBar>
    <main className="mx-auto max-w-300 px-4 py-10">
      <h1 className="mb-6">States</h1>
      <div className="grid gap-x-12 md:grid-cols-3">
        <ButtonSection />
        <PeopleSection />
        <InputSection />
        <MessageSection />
        <BadgeSection />
        <OverlaySection />
        <LoadingSection />
        <BannerSection />
        <EmptySection />
        <CardSection />
      </div>
    </main>
  </>
);
