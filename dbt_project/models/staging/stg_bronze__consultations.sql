{{ admitted('consultations') }}
