{{ admitted('assessments') }}
