"""Runs the Python sample and kills it, as kill -9 does, at one step: folder of the sample, step, arguments of the sample."""
import os
import signal
import sys

sys.path.insert(0, sys.argv[1])
step = sys.argv[2]
sys.argv[1:] = sys.argv[3:]
import reward_book  # noqa: E402
import reward_consumer  # noqa: E402

calls = 0


def crashing(what, before, at):
    """The second call is the last thing that the process does, or does not."""
    def call(*arguments):
        global calls
        calls += 1
        if calls == at and before:
            os.kill(os.getpid(), signal.SIGKILL)
        result = what(*arguments)
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    return call


if step == "WHILE_BOOKING":
    reward_book.Bookkeeper.order = crashing(reward_book.Bookkeeper.order, False, 1)
elif step.endswith("PAYMENT"):
    reward_book.PaymentList.pay = crashing(reward_book.PaymentList.pay, step.startswith("BEFORE"), 2)
else:
    make = reward_consumer.sender
    reward_consumer.sender = lambda *of: crashing(make(*of), step.startswith("BEFORE"), 1)
reward_consumer.main()
