"""A rig by someone who did not read the manual: sends nonsense first, then does it right.

Usage: stranger.py HOST:PORT EXPERIMENT_ID. Every bad outcome must be refused with INVALID_ARGUMENT and a
google.rpc.BadRequest that names the field; the trial must be the same after each.
"""
import queue
import sys

import grpc
from stimloop.v1 import rig_pb2, rig_pb2_grpc

TRAILER = "grpc-status-details-bin"


class Connection:
    """One stream: Hello is sent, Welcome and the first command are read."""

    def __init__(self, channel, experiment_id):
        self.outbox = queue.Queue()
        self.stream = rig_pb2_grpc.RigServiceStub(channel).Connect(iter(self.outbox.get, None), timeout=120)
        self.outbox.put(rig_pb2.RigMessage(hello=rig_pb2.Hello(
            experiment_id=experiment_id, rig_id="stranger", roles=["RECORDER", "STIMULATOR"])))
        self.welcome = self.next("welcome")
        self.trial = self.next("present").trial
        assert self.welcome.next_trial == self.trial, (self.welcome.next_trial, self.trial)

    def next(self, *kinds):
        """The next message of one of these kinds."""
        for message in self.stream:
            if message.WhichOneof("message") in kinds:
                return getattr(message, message.WhichOneof("message"))
        raise AssertionError(f"the stream ended before any of {kinds}")

    def send(self, **outcome):
        self.outbox.put(rig_pb2.RigMessage(outcome=rig_pb2.Outcome(**outcome)))


def refused(connection, field, **outcome):
    connection.send(trial=connection.trial, **outcome)
    try:
        connection.next("present", "finished")
        raise AssertionError(f"{outcome} was taken")
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.INVALID_ARGUMENT, error
        details = dict(error.trailing_metadata())[TRAILER]
        assert b"type.googleapis.com/google.rpc.BadRequest" in details, details
        # In protobuf a string follows its length: the whole field path, not only a part of one.
        assert bytes([len(field)]) + field.encode() in details, details
    connection.outbox.put(None)
    print(f"refused: {field}")


channel = grpc.insecure_channel(sys.argv[1])
NONSENSE = [("outcome.counts[0]", {"counts": [4_000_000_000]}),
            ("outcome.counts", {"counts": [1, 2]}),
            ("outcome.presented[0]", {"counts": [1], "presented": [float("nan")]})]
trials = []
for field, outcome in NONSENSE:
    connection = Connection(channel, sys.argv[2])
    trials.append(connection.trial)
    refused(connection, field, **outcome)

connection = Connection(channel, sys.argv[2])
trials.append(connection.trial)
assert set(trials) == {1}, trials
message = rig_pb2.Present(trial=connection.trial)
while isinstance(message, rig_pb2.Present):
    connection.send(trial=message.trial, counts=[5])
    message = connection.next("present", "finished")
print(f"finished after {message.trials} trials, first of them {trials[0]}")
