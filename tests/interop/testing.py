"""grpc.testing.TestService for both scripts, of a file with its FileDescriptorSet: Debian's protobuf cannot read what a newer protoc generates."""

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

SERVICE = "grpc.testing.TestService"
INITIAL = "x-grpc-test-echo-initial"
TRAILING = "x-grpc-test-echo-trailing-bin"
EARLY = "x-written-in-a-second"
SPECIAL = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"


class Contract:
    """The messages as attributes, and how each method is called."""

    def __init__(self, descriptors):
        pool = descriptor_pool.DescriptorPool()
        files = descriptor_pb2.FileDescriptorSet()
        with open(descriptors, "rb") as file:
            files.ParseFromString(file.read())
        for file in files.file:
            pool.Add(file)
            for message in file.message_type:
                found = pool.FindMessageTypeByName(f"{file.package}.{message.name}")
                setattr(self, message.name, self._class_of(pool, found))
        self.methods = {method.name: method for method in pool.FindServiceByName(SERVICE).methods}

    @staticmethod
    def _class_of(pool, descriptor):
        if hasattr(message_factory, "GetMessageClass"):
            return message_factory.GetMessageClass(descriptor)
        return message_factory.MessageFactory(pool).GetPrototype(descriptor)

    def input_of(self, method):
        return getattr(self, self.methods[method].input_type.name)

    def output_of(self, method):
        return getattr(self, self.methods[method].output_type.name)

    def zeros(self, size):
        return self.Payload(body=bytes(size))
