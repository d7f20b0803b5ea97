package io.stimloop.control.experiment;

/** How rigs hear that their outcomes are safe. Called by the experiment's writer. */
public interface Acknowledgements {
    /** Where no journal is kept: what is taken is as safe as it gets. */
    Acknowledgements AT_ONCE = new Acknowledgements() {
        @Override
        public void taken(RigPort from, long trial) {
            from.send(Messages.acknowledged(trial, 0));
        }

        @Override
        public void again(RigPort from, long takenThrough) {
            from.send(Messages.acknowledged(takenThrough, 0));
        }

        @Override
        public long durableThrough() {
            return 0;
        }
    };

    /** An outcome was taken: its rig hears of it as soon as it is safe. */
    void taken(RigPort from, long trial);

    /**
     * Says how far outcomes are safe.
     *
     * @param takenThrough the last that was taken
     */
    void again(RigPort from, long takenThrough);

    /** The last trial whose outcome survives power loss; 0 where no journal is kept. */
    long durableThrough();
}
