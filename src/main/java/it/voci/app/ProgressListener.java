package it.voci.app;

/** Told how a long task goes. Calls come from one thread. */
public interface ProgressListener {
  /** A stretch of work begins. */
  void started(String what);

  /** The finished share of it, from 0 to 1. */
  void progressed(double share);

  /** A few words about how it goes, shown beside the share. */
  default void detail(String words) {}

  /** The stretch is over; nothing happens where none began. */
  void finished();

  /** Something worth a line of its own, such as an epoch's scores. */
  void note(String line);

  /** Tells nobody. */
  ProgressListener SILENT =
      new ProgressListener() {
        @Override
        public void started(String what) {}

        @Override
        public void progressed(double share) {}

        @Override
        public void finished() {}

        @Override
        public void note(String line) {}
      };
}
